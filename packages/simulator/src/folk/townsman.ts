import { type Status, status, type Text, type Uin } from '@seekyou/language'
import type { Dice } from '../dice.ts'
import type { Socket } from '../virtual-network.ts'
import { Citizen } from './citizen.ts'
import type { Habits } from './habits.ts'
import { repeatedly, type World } from './world.ts'

const moods: readonly Status[] = [0x00, 0x00, 0x01, 0x05, 0x11, 0x13, 0x20, 0x100, 0x101].map(status)
/** Nobody has this number. */
const nobody = 77_777_777 as Uin

/** A citizen who does by themselves what their habits say. */
export class Townsman extends Citizen {
  override readonly habit: string
  readonly #habits: Habits
  /** Everybody they may run into. */
  readonly #town: readonly Uin[]
  #isQuiet = false

  constructor(
    world: World,
    uin: Uin,
    password: Text,
    socket: Socket,
    dice: Dice,
    habits: Habits,
    town: readonly Uin[],
  ) {
    super(world, uin, password, socket, dice)
    this.habit = habits.name
    this.#habits = habits
    this.#town = town
  }

  override live(): void {
    const { talkEveryMs, signOffEveryMs, dieEveryMs, moodEveryMs, hideEveryMs, befriendEveryMs } = this.#habits
    this.world.clock.after(this.dice.split('first').between(0, 60_000), () => this.#signOnUnlessQuiet())
    this.#often('talk', talkEveryMs, (dice) => this.#talk(dice))
    this.#often('sign off', signOffEveryMs, (dice) => this.#goAway(dice, () => this.signOff()))
    this.#often('die', dieEveryMs, (dice) => this.#goAway(dice, () => this.die(dice.chance(0.5))))
    this.#often('mood', moodEveryMs, (dice) => this.changeStatus(dice.pick(moods)))
    this.#often('hide', hideEveryMs, (dice) => this.#changeLists(dice))
    this.#often('befriend', befriendEveryMs, (dice) => this.befriend(dice.pick(this.#town)))
  }

  override settle(): void {
    this.#isQuiet = true
    super.settle()
  }

  #often(what: string, everyMs: number, act: (dice: Dice) => void): void {
    const dice = this.dice.split(what)
    repeatedly(this.world.clock, dice, everyMs, () => {
      if (this.#isQuiet) return false
      act(dice)
      return true
    })
  }

  #signOnUnlessQuiet(): void {
    if (!this.#isQuiet && this.client.state === 'offline') this.signOn()
  }

  #goAway(dice: Dice, leave: () => void): void {
    if (this.client.state === 'offline') return
    leave()
    this.world.clock.after(dice.waiting(this.#habits.awayMs), () => this.#signOnUnlessQuiet())
  }

  #talk(dice: Dice): void {
    if (this.client.state === 'offline') return
    const friends = [...this.contacts]
    const to = dice.chance(0.02)
      ? nobody
      : dice.chance(0.2) || friends.length === 0
        ? dice.pick(this.#town)
        : dice.pick(friends)
    for (let count = 1 + dice.below(this.#habits.talkMost); count > 0; count--) this.say(to)
  }

  #changeLists(dice: Dice): void {
    const some = [...this.contacts].filter(() => dice.chance(0.2))
    if (dice.chance(0.5)) this.showTo(...some)
    else this.hideFrom(...some)
  }
}
