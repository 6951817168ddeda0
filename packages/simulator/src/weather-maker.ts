import type { Millis } from '@seekyou/language'
import type { Dice } from './dice.ts'
import { repeatedly } from './folk/world.ts'
import type { Town } from './town.ts'
import { stopPatienceMs } from './virtual-server.ts'
import type { StoreTrouble } from './virtual-store.ts'
import { clearRoads, type Weather } from './weather.ts'

const troubles: readonly StoreTrouble[] = ['full', 'full', 'away', 'stuck']
const cuts = ['up', 'down', 'both'] as const

/** Makes the weather of a town, until it is told to clear up. */
export class WeatherMaker {
  readonly #town: Town
  readonly #shortestDownMs: Millis
  #isOver = false
  #downs = 0

  constructor(town: Town, weather: Weather) {
    this.#town = town
    const { server } = town
    const dice = town.dice.split('weather')
    // Numbers begin at 0 again after a restart, so that no datagram of before may arrive after it.
    const { delayMs, jitterMs, lateMs } = weather.roads
    this.#shortestDownMs = delayMs + jitterMs + lateMs
    const downMs = [this.#shortestDownMs, this.#shortestDownMs + weather.downMs] as const
    this.#often(dice, 'crash', weather.crashEveryMs, (dice) => {
      server.crash()
      this.#startLater(dice.between(...downMs))
    })
    this.#often(dice, 'stop', weather.stopEveryMs, (dice) => {
      server.stop()
      this.#startLater(stopPatienceMs + dice.between(...downMs))
    })
    this.#often(dice, 'trouble', weather.troubleEveryMs, (dice) => {
      server.setTrouble(dice.pick(troubles))
      this.#later(dice, [0, weather.troubleMs], () => server.setTrouble('none'))
    })
    for (const { uin, socket } of town.people.values()) {
      const own = dice.split(uin)
      this.#often(own, 'cut', weather.cutEveryMs, (dice) => {
        socket.cut = dice.pick(cuts)
        this.#later(dice, [0, weather.cutMs], () => {
          socket.cut = 'none'
        })
      })
      this.#often(own, 'remap', weather.remapEveryMs, () => town.network.remap(socket))
    }
  }

  /** All faults are off. */
  clearUp(): void {
    this.#isOver = true
    const { network, server, people } = this.#town
    network.conditions = clearRoads
    server.setTrouble('none')
    if (!server.isListening) this.#startLater(this.#shortestDownMs)
    for (const { socket } of people.values()) socket.cut = 'none'
  }

  #often(dice: Dice, what: string, everyMs: Millis, act: (dice: Dice) => void): void {
    const own = dice.split(what)
    repeatedly(this.#town.clock, own, everyMs, () => {
      if (this.#isOver) return false
      act(own)
      return true
    })
  }

  /** Only the last of several crashes decides when the server is started again. */
  #startLater(downMs: Millis): void {
    const { clock, server } = this.#town
    this.#downs += 1
    const down = this.#downs
    clock.after(downMs, () => {
      if (down === this.#downs) server.start()
    })
  }

  #later(dice: Dice, [least, most]: readonly [least: Millis, most: Millis], act: () => void): void {
    this.#town.clock.after(dice.between(least, most), act)
  }
}
