import { Client, type ClientInput, type ClientOutcome, type EndOfLink, type Inquiry } from '@seekyou/client'
import { type Direct, isInvisible, type Status, status, type Text, type Uin } from '@seekyou/language'
import { Alarm } from '../alarm.ts'
import type { Dice } from '../dice.ts'
import type { Socket } from '../virtual-network.ts'
import type { Person, World } from './world.ts'

/** An inquiry before it has an id. */
export type Question = Inquiry extends infer One ? (One extends Inquiry ? Omit<One, 'id'> : never) : never

/** How somebody writes: what kind of message it is (docs/protocol/commands.md), and how long the text is. */
export interface Style {
  readonly kind?: number
  readonly letters?: number
}

const tryAgainMs = 10_000
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
  readonly shown: { readonly from: Uin; readonly kind: number; readonly text: Text }[] = []
  /** What the server answered to what they asked, in order. */
  readonly answers: Extract<ClientOutcome, { kind: 'answered' | 'unanswered' }>[] = []
  isEvicted = false
  /** How others can reach them without the server. */
  direct: Direct | undefined
  protected readonly world: World
  protected readonly dice: Dice
  /** The one they believe in comes first; the others may be right, because changes were not confirmed. */
  #passwords: Text[]
  /** Changes of the password that have not been answered, by inquiry. */
  readonly #changes = new Map<number, Text>()
  #visibleTo: ReadonlySet<Uin> = new Set()
  #invisibleTo: ReadonlySet<Uin> = new Set()
  #status: Status = status(0)
  #client: Client
  #alarm: Alarm
  #leftBecause: EndOfLink | undefined
  #lives = 0
  #letters = 0
  #questions = 0
  #lastChange = 0

  constructor(world: World, uin: Uin, password: Text, socket: Socket, dice: Dice) {
    this.world = world
    this.uin = uin
    this.#passwords = [password]
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

  /** False while a change of it was not confirmed: the old password or the new one may be right. */
  get isSureOfPassword(): boolean {
    return this.#passwords.length === 1 && this.#changes.size === 0
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
    if (this.isEvicted) return
    // Whoever was thrown out is asked whether to go on; everybody else must find the way back without help.
    const isAsked = state === 'waiting' && this.#leftBecause === 'signedOffElsewhere'
    if (state === 'offline' || state === 'leaving' || isAsked) this.signOn()
    clock.after(askAgainMs, () => this.settle())
  }

  signOn(): void {
    this.#do({
      kind: 'wish',
      wish: {
        name: 'signOn',
        uin: this.uin,
        password: this.#passwords[0]!,
        status: this.#status,
        ...(this.direct && { direct: this.direct }),
      },
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
  say(to: Uin, { kind = 1, letters }: Style = {}): number {
    const { id, text } = this.world.write(this.uin, to, this.dice, letters)
    this.#send(id, to, text, kind)
    return id
  }

  /** Sends any text; witnesses do not follow it. */
  write(to: Uin, text: Text, kind = 1): void {
    this.#letters += 1
    this.#send(-this.#letters, to, text, kind)
  }

  /** Asks something about people, or changes what the server keeps about them. Returns the inquiry's number. */
  ask(question: Question): number {
    const id = ++this.#questions
    if (question.name === 'changePassword') this.#changes.set(id, question.password)
    this.#do({ kind: 'wish', wish: { ...question, id } })
    return id
  }

  /** Puts one person on the list, who is told of it. */
  add(uin: Uin): void {
    this.contacts.add(uin)
    this.#do({ kind: 'wish', wish: { name: 'addContact', uin } })
    if (this.isOnline) this.world.street.arrived(this.uin, this.world.clock.now)
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

  #send(id: number, to: Uin, text: Text, kind: number): void {
    this.#do({ kind: 'wish', wish: { name: 'sendMessage', id, to, kind, text } })
  }

  /** A message is shown. */
  protected hears(_from: Uin, _kind: number): void {}

  #learnAnswer(answered: Extract<ClientOutcome, { kind: 'answered' | 'unanswered' }>): void {
    this.answers.push(answered)
    const password = this.#changes.get(answered.id)
    if (!password) return
    this.#changes.delete(answered.id)
    // The confirmation of an earlier change may be the later one to arrive.
    if (answered.id < this.#lastChange) return
    const isChanged = answered.kind === 'answered' && answered.answer.name === 'passwordChanged'
    if (isChanged) {
      this.#lastChange = answered.id
      this.#passwords = [password]
    }
    if (answered.kind === 'unanswered') this.#passwords.splice(1, 0, password)
  }

  /** The password was refused: another one may be right. */
  #tryAnother(): void {
    this.#passwords.push(this.#passwords.shift()!)
    this.world.clock.after(tryAgainMs, () => {
      if (this.#client.state === 'offline' && this.#leftBecause === 'password' && !this.isEvicted) this.signOn()
    })
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
        if (outcome.because === 'password') this.#tryAnother()
        break
      case 'answered':
      case 'unanswered':
        this.#learnAnswer(outcome)
        break
      case 'told':
        if (outcome.news.name === 'messageArrived' || outcome.news.name === 'storedMessageArrived') {
          const { from, kind, text, name } = outcome.news
          this.shown.push({ from, kind, text })
          street.shown(this.uin, { from, text, stored: name === 'storedMessageArrived' }, clock.now)
          this.hears(from, kind)
        } else street.learned(this.uin, outcome.news.uin, clock.now)
        break
    }
  }
}
