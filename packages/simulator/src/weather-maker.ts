import type { Millis } from '@seekyou/language'
import type { Dice } from './dice.ts'
import { repeatedly } from './folk/world.ts'
import type { Town } from './town.ts'
import { clearRoads, type Weather } from './weather.ts'

const minutes = 60_000
const hour = 60 * minutes
const cuts = ['up', 'down', 'both'] as const

/** Makes the weather of a town, until it is told to clear up. */
export class WeatherMaker {
  readonly #town: Town
  #isOver = false
  #downs = 0

  constructor(town: Town, weather: Weather) {
    this.#town = town
    const { server } = town
    const dice = town.dice.split('weather')
    this.#often(dice, 'crash', weather.crashEveryMs, (dice) => {
      server.crash()
      this.#startLater(someDownTime(dice, weather.downMs))
    })
    this.#often(dice, 'stop', weather.stopEveryMs, (dice) => {
      server.stop()
      this.#startLater(someDownTime(dice, weather.downMs))
    })
    this.#often(dice, 'trouble', weather.troubleEveryMs, (dice) => {
      server.setTrouble(dice.pick(weather.troubles))
      this.#later(dice, [0, weather.troubleMs], () => server.setTrouble('none'))
    })
    this.#often(dice, 'jump', weather.jumpEveryMs, (dice) => server.setClock(someJump(dice)))
    for (const { uin, socket } of town.people.values()) {
      const own = dice.split(uin)
      this.#often(own, 'cut', weather.cutEveryMs, (dice) => {
        socket.cut = dice.pick(cuts)
        this.#later(dice, [0, weather.cutMs], () => {
          socket.cut = 'none'
        })
      })
      this.#often(own, 'remap', weather.remapEveryMs, () => town.world.readdress(socket))
    }
  }

  /** All faults are off. */
  clearUp(): void {
    this.#isOver = true
    const { network, server, people } = this.#town
    network.conditions = clearRoads
    server.setTrouble('none')
    if (!server.isListening) this.#startLater(0)
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

/** Most often the server is back in a moment, as when a supervisor starts it again; seldom it is away for longer than a link lives. */
function someDownTime(dice: Dice, mostMs: Millis): Millis {
  const chance = dice.next()
  if (chance < 0.5) return dice.between(50, 1_000)
  if (chance < 0.75) return dice.between(1_000, 10_000)
  return chance < 0.97 ? dice.between(0, mostMs) : dice.between(5 * minutes, 10 * minutes)
}

/** Some seconds, as a rule; hours or days now and then. Forward or back. */
function someJump(dice: Dice): Millis {
  const size = dice.chance(0.6) ? dice.waiting(5_000) : dice.chance(0.5) ? dice.waiting(hour) : dice.waiting(48 * hour)
  return Math.round(dice.chance(0.5) ? size : -size)
}
