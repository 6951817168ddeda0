import { Client, type ClientInput, type ClientOutcome, type EndOfLink } from '@seekyou/client'
import { isInvisible, type Status, status, type Text, type Uin } from '@seekyou/language'
import { Alarm } from '../alarm.ts'
import type { Dice } from '../dice.ts'
import type { Socket } from '../virtual-network.ts'
import type { Person, World } from './world.ts'

/** How often somebody looks whether they were thrown out. */
const askAgainMs = 10_000

/** Somebody with a client of ours. What they have told their program is on their disk: it outlives the program's death. */
export class Citizen implements Person {
  readonly uin: Uin
  readonly habit: string = 'citizen'
  readonly isCitizen = true
  readonly socket: Socket
  readonly contacts = new Set<Uin>()
  /** What their program has shown, in order. */
  readonly shown: { readonly from: Uin; readonly text: Text }[] = []
  protected readonly world: World
  protected readonly dice: Dice
  readonly #password: Text
  #visibleTo: ReadonlySet<Uin> = new Set()
  #invisibleTo: ReadonlySet<Uin> = new Set()
  #status: Status = status(0)
  #client: Client
  #alarm: Alarm
  #leftBecause: EndOfLink | undefined
  #lives = 0
  #letters = 0

  constructor(world: World, uin: Uin, password: Text, socket: Socket, dice: Dice) {
    this.world = world
    this.uin = uin
    this.#password = password
    this.socket = socket
    this.dice = dice
    ;[this.#client, this.#alarm] = this.#start()
  }

  get client(): Client {
    return this.#client
  }

  get isOnline(): boolean {
    return this.#client.state === 'online'
  }

  get status(): Status {
    return this.#status
  }

  appearsTo(watcher: Uin): Status | undefined {
    if (!this.isOnline || this.#invisibleTo.has(watcher)) return undefined
    return !isInvisible(this.#status) || this.#visibleTo.has(watcher) ? this.#status : undefined
  }

  sees(contact: Uin): Status | undefined {
    return this.#client.roster.get(contact)?.status
  }

  live(): void {
    this.signOn()
  }

  settle(): void {
    const { clock } = this.world
    const { state } = this.#client
    // Whoever was thrown out is asked whether to go on; everybody else must find the way back without help.
    const isAsked = state === 'waiting' && this.#leftBecause === 'signedOffElsewhere'
    if (state === 'offline' || state === 'leaving' || isAsked) this.signOn()
    clock.after(askAgainMs, () => this.settle())
  }

  signOn(): void {
    this.#do({
      kind: 'wish',
      wish: { name: 'signOn', uin: this.uin, password: this.#password, status: this.#status },
    })
  }

  signOff(): void {
    this.#do({ kind: 'wish', wish: { name: 'signOff' } })
    this.world.street.changed(this.uin, this.world.clock.now)
  }

  /** The program dies without a word, and is started again when somebody calls `signOn`, on another port or the same. */
  die(remap = true): void {
    this.#alarm.turnOff()
    if (remap) this.world.network.remap(this.socket)
    ;[this.#client, this.#alarm] = this.#start()
    this.world.street.changed(this.uin, this.world.clock.now)
  }

  /** Sends a numbered message and returns its number. */
  say(to: Uin): number {
    const { id, text } = this.world.write(this.uin, to, this.dice)
    this.#send(id, to, text)
    return id
  }

  /** Sends any text; witnesses do not follow it. */
  write(to: Uin, text: Text): void {
    this.#letters += 1
    this.#send(-this.#letters, to, text)
  }

  befriend(...uins: readonly Uin[]): void {
    for (const uin of uins) this.contacts.add(uin)
    this.#do({ kind: 'wish', wish: { name: 'announceContacts', uins } })
    if (this.isOnline) this.world.street.arrived(this.uin, this.world.clock.now)
  }

  changeStatus(status: Status): void {
    this.#status = status
    this.#do({ kind: 'wish', wish: { name: 'changeStatus', status } })
    this.world.street.changed(this.uin, this.world.clock.now)
  }

  showTo(...uins: readonly Uin[]): void {
    this.#visibleTo = new Set(uins)
    this.#do({ kind: 'wish', wish: { name: 'announceVisibleTo', uins } })
    this.world.street.changed(this.uin, this.world.clock.now)
  }

  hideFrom(...uins: readonly Uin[]): void {
    this.#invisibleTo = new Set(uins)
    this.#do({ kind: 'wish', wish: { name: 'announceInvisibleTo', uins } })
    this.world.street.changed(this.uin, this.world.clock.now)
  }

  arrive(bytes: Uint8Array): void {
    this.#do({ kind: 'datagram', bytes })
  }

  #send(id: number, to: Uin, text: Text): void {
    this.#do({ kind: 'wish', wish: { name: 'sendMessage', id, to, kind: 1, text } })
  }

  #start(): [Client, Alarm] {
    const client = new Client({ random: this.dice.split(`life ${this.#lives++}`).next })
    const uins = [...this.contacts]
    const { now } = this.world.clock
    client.handle({ kind: 'wish', wish: { name: 'announceContacts', uins } }, now)
    client.handle({ kind: 'wish', wish: { name: 'announceVisibleTo', uins: [...this.#visibleTo] } }, now)
    client.handle({ kind: 'wish', wish: { name: 'announceInvisibleTo', uins: [...this.#invisibleTo] } }, now)
    return [client, new Alarm(this.world.clock, client, () => this.#do({ kind: 'wake' }))]
  }

  #do(input: ClientInput): void {
    const { now } = this.world.clock
    for (const outcome of this.#client.handle(input, now)) this.#follow(outcome)
    this.#alarm.set()
  }

  #follow(outcome: ClientOutcome): void {
    const { clock, street } = this.world
    switch (outcome.kind) {
      case 'transmit':
        this.world.send(this.socket, outcome.datagram)
        break
      case 'messageAccepted':
        street.accepted(this.uin, outcome.id, clock.now)
        break
      case 'signedOn':
        street.changed(this.uin, clock.now)
        street.arrived(this.uin, clock.now)
        break
      case 'offline':
        this.#leftBecause = outcome.because
        street.changed(this.uin, clock.now)
        break
      case 'told':
        if (outcome.news.name === 'messageArrived' || outcome.news.name === 'storedMessageArrived') {
          const { from, text, name } = outcome.news
          this.shown.push({ from, text })
          street.shown(this.uin, { from, text, stored: name === 'storedMessageArrived' }, clock.now)
        } else street.learned(this.uin, outcome.news.uin, clock.now)
        break
    }
  }
}
