import type { PeerNews } from '@seekyou/client'
import { messageKind, type Status, status, systemUin, type Text, type Uin } from '@seekyou/language'
import type { Dice } from '../dice.ts'
import type { Socket } from '../virtual-network.ts'
import { Citizen, type Style } from './citizen.ts'
import type { Habits } from './habits.ts'
import { someEmail, someExtInfo, someInfo, someName, textOf } from './profiles.ts'
import { Sociable } from './sociable.ts'
import { repeatedly, type World } from './world.ts'

const moods: readonly Status[] = [0x00, 0x00, 0x01, 0x05, 0x11, 0x13, 0x20, 0x100, 0x101].map(status)
/** Nobody has this number. */
const nobody = 77_777_777 as Uin
/** Plain text as a rule; links, contact lists, the same to several at once, and kinds that nobody knows. */
const styles: readonly Style[] = [
  {},
  {},
  {},
  {},
  { kind: messageKind.url },
  { kind: messageKind.contacts },
  { kind: 0x8001 },
  { kind: 0x8000 | messageKind.url },
  { kind: 0x77 },
  { kind: 0x4711 },
  { letters: 449 },
  { letters: 1_400 },
]
const massMost = 100

/** A citizen who does by themselves what their habits say. */
export class Townsman extends Citizen {
  override readonly habit: string
  readonly #habits: Habits
  /** Everybody they may run into. */
  readonly #town: readonly Uin[]
  #sociable: Sociable | undefined
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

  /** They connect directly, and chat and send files as well. */
  override goDirect(inner?: number, isOpen?: boolean): void {
    super.goDirect(inner, isOpen)
    this.#sociable = new Sociable(this.world, this, this.dice.split('sociable'))
  }

  override live(): void {
    this.#sociable?.live()
    const habits = this.#habits
    this.world.clock.after(this.dice.split('first').between(0, 60_000), () => this.#signOnUnlessQuiet())
    this.#often('talk', habits.talkEveryMs, (dice) => this.#talk(dice))
    this.#often('sign off', habits.signOffEveryMs, (dice) => this.#goAway(dice, () => this.signOff()))
    this.#often('die', habits.dieEveryMs, (dice) => this.#goAway(dice, () => this.die(dice.chance(0.5))))
    this.#often('mood', habits.moodEveryMs, (dice) => this.changeStatus(dice.pick(moods)))
    this.#often('hide', habits.hideEveryMs, (dice) => this.#changeLists(dice))
    this.#often('befriend', habits.befriendEveryMs, (dice) => this.#befriendSomebody(dice))
    this.#often('ask', habits.askEveryMs, (dice) => this.#askAround(dice))
    this.#often('change', habits.changeEveryMs, (dice) => this.#changeThemselves(dice))
    this.#often('request', habits.requestEveryMs, (dice) => this.#request(dice))
    this.#often('mass', habits.massEveryMs, (dice) => this.#writeToMany(dice))
  }

  override settle(): void {
    this.#isQuiet = true
    this.#sociable?.rest()
    super.settle()
  }

  protected override meets(news: PeerNews): void {
    this.#sociable?.meets(news)
  }

  /** Asked for authorization, most people grant it, some refuse, some do not answer. */
  protected override hears(from: Uin, kind: number): void {
    if (kind !== messageKind.authorizationRequest || this.#isQuiet || from === systemUin) return
    const dice = this.dice.split(`request ${this.shown.length}`)
    if (dice.chance(0.2)) return
    const answer = dice.chance(0.75) ? messageKind.authorizationGranted : messageKind.authorizationRefused
    this.world.clock.after(dice.waiting(20_000), () => this.write(from, textOf('as you like'), answer))
  }

  #often(what: string, everyMs: number, act: (dice: Dice) => void): void {
    const dice = this.dice.split(what)
    repeatedly(this.world.clock, dice, everyMs, () => {
      if (this.#isQuiet || this.isEvicted) return false
      act(dice)
      return true
    })
  }

  #signOnUnlessQuiet(): void {
    if (!this.#isQuiet && !this.isEvicted && this.client.state === 'offline') this.signOn()
  }

  #goAway(dice: Dice, leave: () => void): void {
    if (this.client.state === 'offline') return
    leave()
    this.world.clock.after(dice.waiting(this.#habits.awayMs), () => this.#signOnUnlessQuiet())
  }

  #talk(dice: Dice): void {
    if (this.client.state === 'offline') return
    const friends = [...this.contacts]
    if (dice.chance(0.02)) this.write(systemUin, textOf('thank you'))
    const to = dice.chance(0.02)
      ? nobody
      : dice.chance(0.03)
        ? this.uin
        : dice.chance(0.2) || friends.length === 0
          ? dice.pick(this.#town)
          : dice.pick(friends)
    for (let count = 1 + dice.below(this.#habits.talkMost); count > 0; count--) this.say(to, dice.pick(styles))
  }

  /** As Licq does with its mass messages: all at once. */
  #writeToMany(dice: Dice): void {
    if (this.client.state === 'offline') return
    for (let count = dice.below(massMost); count > 0; count--) this.say(dice.pick(this.#town), { kind: 0x8001 })
  }

  #changeLists(dice: Dice): void {
    const some = [...this.contacts].filter(() => dice.chance(0.2))
    if (dice.chance(0.5)) this.showTo(...some)
    else this.hideFrom(...some)
  }

  #befriendSomebody(dice: Dice): void {
    const uin = dice.pick(this.#town)
    if (dice.chance(0.5)) this.add(uin)
    else this.befriend(uin)
  }

  #request(dice: Dice): void {
    if (this.client.state === 'offline') return
    const uin = dice.pick(this.#town)
    this.write(uin, textOf('please'), messageKind.authorizationRequest)
    this.befriend(uin)
  }

  #askAround(dice: Dice): void {
    const uin = dice.chance(0.1) ? nobody : dice.pick(this.#town)
    switch (dice.below(5)) {
      case 0:
        this.ask({ name: 'searchUin', uin })
        break
      case 1:
        this.ask({ name: 'requestInfo', uin })
        break
      case 2:
        this.ask({ name: 'requestExtInfo', uin })
        break
      case 3:
        this.ask({ name: 'searchUser', nick: textOf(''), first: textOf(''), last: textOf(''), email: someEmail(dice) })
        break
      default: {
        const email = textOf('')
        this.ask({ name: 'searchUser', nick: someName(dice), first: someName(dice), last: someName(dice), email })
      }
    }
  }

  #changeThemselves(dice: Dice): void {
    if (!this.isOnline) return
    switch (dice.below(3)) {
      case 0: {
        const { needsAuthorization, ...info } = someInfo(dice)
        this.ask({ name: 'updateInfo', ...info, needsAuthorization: dice.chance(0.7) ? undefined : needsAuthorization })
        break
      }
      case 1:
        this.ask({ name: 'updateExtInfo', extInfo: someExtInfo(dice) })
        break
      default:
        // Whoever is in doubt about the last one seldom chooses yet another.
        if (this.isSureOfPassword || dice.chance(0.3))
          this.ask({ name: 'changePassword', password: textOf(`q${dice.below(1_000_000)}`) })
    }
  }
}
