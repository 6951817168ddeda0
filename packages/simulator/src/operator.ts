import type { Millis, Text, Uin } from '@seekyou/language'
import { ordinarySettings } from '@seekyou/service'
import type { Dice } from './dice.ts'
import { type Person, repeatedly } from './folk/world.ts'
import type { Town } from './town.ts'

const minutes = 60_000
const removedMost = 2
const sentence: Text = Uint8Array.from('The server will be cleaned tonight.', (char) => char.charCodeAt(0))

/** Whoever runs the server: kicks and bans people, changes their settings, removes accounts, and says something to everybody. */
export class Operator {
  readonly #town: Town
  readonly #uins: readonly Uin[]
  readonly #banned = new Set<Uin>()
  #removed = 0
  #isOver = false

  constructor(town: Town, people: readonly Person[]) {
    this.#town = town
    this.#uins = people.map(({ uin }) => uin)
    const dice = town.dice.split('operator')
    this.#often(dice, 'kick', 7 * minutes, (dice) => town.server.kick(dice.pick(this.#uins)))
    this.#often(dice, 'ban', 12 * minutes, (dice) => this.#ban(dice))
    this.#often(dice, 'settings', 4 * minutes, (dice) => this.#changeSettings(dice))
    this.#often(dice, 'remove', 40 * minutes, (dice) => this.#remove(dice))
    this.#often(dice, 'announce', 8 * minutes, (dice) =>
      town.server.announce(dice.chance(0.7) ? 'everybodyHere' : this.#uins, sentence),
    )
  }

  /** Forgives everybody and rests. */
  rest(): void {
    this.#isOver = true
    for (const uin of this.#banned) this.#lift(uin)
  }

  #ban(dice: Dice): void {
    const uin = dice.pick(this.#uins)
    if (this.#town.people.get(uin)?.isEvicted) return
    this.#banned.add(uin)
    this.#town.server.changeAccount(uin, { isBanned: true })
    this.#town.clock.after(dice.waiting(2 * minutes), () => this.#lift(uin))
  }

  #lift(uin: Uin): void {
    if (this.#banned.delete(uin)) this.#town.server.changeAccount(uin, { isBanned: false })
  }

  #changeSettings(dice: Dice): void {
    const settings = {
      ...ordinarySettings,
      direct: dice.pick([undefined, true, false]),
      publishesEmail: dice.chance(0.5),
      storedMax: dice.chance(0.2) ? 10 : undefined,
    }
    this.#town.server.changeAccount(dice.pick(this.#uins), { settings })
  }

  #remove(dice: Dice): void {
    const uin = dice.pick(this.#uins)
    if (this.#removed >= removedMost || this.#town.people.get(uin)?.isEvicted) return
    this.#removed += 1
    this.#banned.delete(uin)
    this.#town.evict(uin)
  }

  #often(dice: Dice, what: string, everyMs: Millis, act: (dice: Dice) => void): void {
    const own = dice.split(what)
    repeatedly(this.#town.clock, own, everyMs, () => {
      if (this.#isOver) return false
      act(own)
      return true
    })
  }
}
