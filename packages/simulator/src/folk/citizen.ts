import {
  Client,
  type ClientInput,
  type ClientOutcome,
  type EndOfLink,
  type Inquiry,
  type News,
  type OutgoingMessage,
  type PeerNews,
  type PeerWish,
} from '@seekyou/client'
import { type Direct, isInvisible, isWeb, type Status, status, type Text, type Uin } from '@seekyou/language'
import { Alarm } from '../alarm.ts'
import type { Dice } from '../dice.ts'
import type { VirtualFile } from '../virtual-disk.ts'
import type { Socket } from '../virtual-network.ts'
import { Passwords } from './passwords.ts'
import { isPeerNews } from './peer-news.ts'
import { textOf } from './profiles.ts'
import { Workplace } from './workplace.ts'
import type { Person, World } from './world.ts'

/** An inquiry before it has an id. */
export type Question = Inquiry extends infer One ? (One extends Inquiry ? Omit<One, 'id'> : never) : never

/** How somebody writes: what kind of message it is (docs/protocol/commands.md), how long the text is, and which way it goes. */
export interface Style extends Pick<OutgoingMessage, 'via' | 'urgency'> {
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
  /** What they were told about chats, files and away messages, in order. */
  readonly peerNews: PeerNews[] = []
  /** What became of messages that were not accepted, in order. */
  readonly returned: Extract<ClientOutcome, { kind: 'messageReturned' | 'messageFailed' }>[] = []
  /** What the server answered to what they asked, in order. */
  readonly answers: Extract<ClientOutcome, { kind: 'answered' | 'unanswered' }>[] = []
  isEvicted = false
  /** How others can reach them without the server. */
  direct: Direct | undefined
  protected readonly world: World
  protected readonly dice: Dice
  readonly #passwords: Passwords
  /** Where their program makes direct connections; undefined: it does not. */
  #workplace: Workplace | undefined
  /** Messages of which they do not know what has become. */
  readonly #openMessages = new Set<number>()
  #visibleTo: ReadonlySet<Uin> = new Set()
  #invisibleTo: ReadonlySet<Uin> = new Set()
  #status: Status = status(0)
  #client: Client
  #alarm: Alarm
  #leftBecause: EndOfLink | undefined
  #lives = 0
  #letters = 0
  #questions = 0

  constructor(world: World, uin: Uin, password: Text, socket: Socket, dice: Dice) {
    this.world = world
    this.uin = uin
    this.#passwords = new Passwords(password)
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
    return this.#passwords.isSure
  }

  get workplace(): Workplace | undefined {
    return this.#workplace
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
        password: this.#passwords.believed,
        status: this.#status,
        ...(this.direct && { direct: this.direct }),
        ...(this.#workplace && { peers: this.#workplace.peers }),
      },
    })
  }

  signOff(): void {
    this.#do({ kind: 'wish', wish: { name: 'signOff' } })
    this.world.street.changed(this.uin, this.world.clock.now)
  }

  /** From the next sign-on on their program makes direct connections, from behind a router that lets others in or does not. */
  goDirect(inner = this.socket.ip, isOpen = true): void {
    this.#workplace = new Workplace(this.world, this.uin, { outer: this.socket.ip, inner, isOpen })
    this.#startWork(false)
  }

  /** The program dies without a word, and is started again when somebody calls `signOn`, on another port or the same. */
  die(remap = true, silently = remap): void {
    const { now } = this.world.clock
    this.#alarm.turnOff()
    // A page that is closed takes its WebSocket with it.
    if (remap || isWeb(this.socket.address)) this.world.readdress(this.socket)
    ;[this.#client, this.#alarm] = this.#start()
    this.#startWork(silently)
    for (const id of this.#openMessages) this.world.street.gaveUp(this.uin, id, now)
    this.#openMessages.clear()
    this.world.street.changed(this.uin, now)
  }

  /** Sends a numbered message and returns its number. */
  say(to: Uin, { kind = 1, letters, ...way }: Style = {}): number {
    const { id, text } = this.world.write(this.uin, to, this.dice, letters)
    this.#openMessages.add(id)
    this.#do({ kind: 'wish', wish: { name: 'sendMessage', id, to, kind, text, ...way } })
    return id
  }

  /** Sends any text; witnesses do not follow it. */
  write(to: Uin, text: Text, kind = 1): void {
    this.#letters += 1
    this.#do({ kind: 'wish', wish: { name: 'sendMessage', id: -this.#letters, to, kind, text } })
  }

  /** Does something about away messages, chats or files. */
  wish(wish: PeerWish): void {
    this.#do({ kind: 'wish', wish })
  }

  /** Offers files from their disk. `id` is theirs, and positive. */
  offerFiles(id: number, to: Uin, files: readonly VirtualFile[]): void {
    this.#workplace?.disk.offer(id, files)
    const offered = files.map(({ name, bytes }) => ({ name: textOf(name), size: bytes.length }))
    this.wish({ name: 'offerFiles', id, to, description: textOf('for you'), nick: textOf(''), files: offered })
  }

  /** Asks something about people, or changes what the server keeps about them. Returns the inquiry's number. */
  ask(question: Question): number {
    const id = ++this.#questions
    if (question.name === 'changePassword') this.#passwords.change(id, question.password)
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

  /** Whoever waits to try again goes on waiting. */
  reconnect(): void {
    if (this.#client.state !== 'waiting') this.#do({ kind: 'moved' })
  }

  /** A message is shown. */
  protected hears(_from: Uin, _kind: number): void {}

  /** Something happens about chats, files or away messages. */
  protected meets(_news: PeerNews): void {}

  /** The password was refused: another one may be right. */
  #tryAnother(): void {
    this.#passwords.doubt()
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

  #startWork(silently: boolean): void {
    this.#workplace?.start((input) => this.#do(input), { silently })
  }

  #do(input: ClientInput): void {
    const { now } = this.world.clock
    for (const outcome of this.#client.handle(input, now)) this.#follow(outcome)
    this.#alarm.set()
  }

  #follow(outcome: ClientOutcome): void {
    const { clock, street } = this.world
    if (this.#workplace?.carryOut(outcome)) return
    switch (outcome.kind) {
      case 'transmit':
        this.world.send(this.socket, outcome.datagram)
        break
      case 'messageAccepted':
        this.#openMessages.delete(outcome.id)
        street.accepted(this.uin, outcome.id, clock.now, outcome.via === 'peer')
        break
      case 'messageReturned':
      case 'messageFailed':
        this.#openMessages.delete(outcome.id)
        this.returned.push(outcome)
        street.gaveUp(this.uin, outcome.id, clock.now)
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
        this.answers.push(outcome)
        this.#passwords.learn(outcome)
        break
      case 'told':
        this.#learn(outcome.news)
        break
      default:
        if (!isPeerNews(outcome)) break
        this.peerNews.push(outcome)
        this.meets(outcome)
    }
  }

  #learn(news: News): void {
    const { clock, street } = this.world
    switch (news.name) {
      case 'messageArrived':
      case 'storedMessageArrived':
      case 'peerMessageArrived': {
        const { from, kind, text, name } = news
        this.shown.push({ from, kind, text })
        const shown = { from, text, stored: name === 'storedMessageArrived', direct: name === 'peerMessageArrived' }
        street.shown(this.uin, shown, clock.now)
        this.hears(from, kind)
        break
      }
      default:
        street.learned(this.uin, news.uin, clock.now)
    }
  }
}
