import { type ClientDialect, v2Client } from '@seekyou/dialect'
import type { Event, Intent, Machine, Millis, Status, Uin } from '@seekyou/language'
import { Connection, type ConnectionOutcome } from './connection.ts'
import { ContactList } from './contact-list.ts'
import type { ClientInput, ClientOutcome, ClientState } from './hear-and-say.ts'
import { Inquiries } from './inquiries.ts'
import type { Manner } from './line.ts'
import { lineManners } from './line-manners.ts'
import { Mail } from './mail.ts'
import type { PeerDrop } from './peer/drops.ts'
import { Peers } from './peer/peers.ts'
import { type Contact, Roster } from './roster.ts'
import { Self } from './self.ts'
import { earliest } from './timers.ts'
import type { Inquiry, SignOn, Wish } from './wishes.ts'

export interface ClientOptions {
  /** Chance, from 0 up to, not including, 1. */
  readonly random: () => number
  /** Which version to speak; version 2 unless told. */
  readonly dialect?: ClientDialect
}

/** Lanes of recipients are their UINs; what the user says about themselves has one of its own. */
const aboutSelf = { lane: -1, patience: 'brisk' } as const
/** Of two changes the later one must win, so that they go one after another. */
const inquiryLane = -2

/**
 * One user of the network as a machine: hand it datagrams, wishes and wake-ups, carry out what it returns. Once asked to sign
 * on it stays on line as well as it can: it comes back after silence, after a restart of the server and after being thrown
 * out, announces everything again, and brings over the messages that had not been accepted.
 */
export class Client implements Machine<ClientInput, ClientOutcome> {
  readonly #self = new Self()
  readonly #roster = new Roster()
  readonly #peers = new Peers(this.#self, this.#roster)
  readonly #mail = new Mail(this.#peers)
  readonly #contacts = new ContactList(this.#roster)
  readonly #inquiries: Inquiries
  readonly #connection: Connection
  /** To be signed on as soon as it is known where peers are awaited. */
  #isArriving = false
  /** The place of the last change of the password among all inquiries. */
  #passwordTurn = -1
  #out: ClientOutcome[] = []

  constructor({ random, dialect = v2Client(lineManners) }: ClientOptions) {
    this.#inquiries = new Inquiries(random)
    this.#connection = new Connection(dialect, random, () => this.#self.signOn())
  }

  get state(): ClientState {
    return this.#isArriving ? 'signingOn' : this.#connection.state
  }

  /** Who the user is; undefined before the first `signOn`. */
  get uin(): Uin | undefined {
    return this.#self.uin
  }

  /** How the user wants to be seen. */
  get status(): Status {
    return this.#self.status
  }

  /** The contact list. While not on line: as it was known last. */
  get roster(): ReadonlyMap<Uin, Contact> {
    return this.#roster.contacts
  }

  /** How often what peers sent was not obeyed, by reason. */
  get peerDrops(): ReadonlyMap<PeerDrop, number> {
    return this.#peers.drops
  }

  get wakeAt(): Millis | undefined {
    return earliest([this.#connection, this.#inquiries, this.#contacts, this.#peers])
  }

  handle(input: ClientInput, now: Millis): readonly ClientOutcome[] {
    this.#out = []
    switch (input.kind) {
      case 'datagram':
        this.#connection.receive(input.bytes, now)
        break
      case 'wish':
        this.#grant(input.wish, now)
        break
      case 'moved':
        this.#connection.move(now)
        break
      case 'wake':
        this.#connection.wake(now)
        this.#sayUnanswered(this.#inquiries.takeOverdue(now))
        this.#peers.wake(now)
        break
      default:
        this.#peers.handle(input, now)
    }
    this.#followAll(now)
    const { announcements, news } = this.#contacts.wake(now)
    this.#sayAll(announcements, now)
    for (const one of news) this.#out.push({ kind: 'told', news: one })
    this.#followAll(now)
    return this.#out
  }

  #grant(wish: Wish, now: Millis): void {
    switch (wish.name) {
      case 'signOn':
        this.#signOn(wish, now)
        break
      case 'signOff':
        this.#isArriving = false
        this.#connection.leave(now)
        this.#sayUnanswered(this.#inquiries.clear())
        this.#endDirect(now)
        this.#roster.darken()
        break
      case 'register':
        this.#connection.register(wish.password, now)
        break
      case 'announceContacts': {
        const added = this.#roster.add(wish.uins)
        if (this.state === 'online') this.#sayAll(this.#contacts.announce(added), now)
        break
      }
      case 'addContact': {
        const added = this.#roster.add([wish.uin])
        if (this.state === 'online' && added.length > 0) this.#connection.say(wish, now)
        break
      }
      case 'forgetContacts':
        this.#roster.remove(wish.uins)
        break
      case 'announceVisibleTo':
      case 'announceInvisibleTo':
        this.#self.changeList(wish.name, wish.uins)
        if (this.state === 'online') this.#connection.say(wish, now, aboutSelf)
        break
      case 'changeStatus':
        this.#self.changeStatus(wish.status)
        if (this.state === 'online') this.#connection.say(wish, now, aboutSelf)
        break
      case 'sendMessage':
        if (this.#isOff) this.#out.push({ kind: 'messageFailed', id: wish.id, because: 'signedOff' })
        else this.#mail.put(wish, this.state === 'online', now)
        break
      case 'searchUin':
      case 'searchUser':
      case 'requestInfo':
      case 'requestExtInfo':
      case 'updateInfo':
      case 'updateExtInfo':
      case 'changePassword':
        this.#inquire(wish, now)
        break
      default:
        this.#peers.wish(wish, now)
    }
  }

  get #isOff(): boolean {
    const { state } = this
    return state === 'offline' || state === 'leaving' || state === 'registering'
  }

  #signOn(wish: SignOn, now: Millis): void {
    const isSomebodyElse = this.uin !== undefined && this.uin !== wish.uin
    if (isSomebodyElse || !wish.peers) this.#peers.shut(now)
    if (isSomebodyElse) {
      this.#mail.clear()
      this.#roster.clear()
    }
    this.#self.become(wish)
    if (wish.peers) this.#peers.open(wish.peers.ports, wish.peers.inner, now)
    this.#isArriving = true
  }

  /** Signs on, unless the port on which peers are awaited is still being looked for. */
  #arrive(now: Millis): void {
    if (!this.#isArriving || this.#peers.isOpening) return
    this.#isArriving = false
    const { direct } = this.#peers
    if (direct) this.#self.announce(direct)
    this.#mail.takeBack()
    this.#connection.signOn(now)
  }

  #endDirect(now: Millis): void {
    this.#mail.clear()
    this.#peers.shut(now)
  }

  #inquire(inquiry: Inquiry, now: Millis): void {
    const request = this.state === 'online' ? this.#inquiries.put(inquiry, now) : undefined
    if (request === undefined) this.#sayUnanswered([inquiry.id])
    else this.#connection.say(inquiry, now, { request, lane: inquiryLane })
  }

  #sayUnanswered(ids: readonly number[]): void {
    for (const id of ids) this.#out.push({ kind: 'unanswered', id })
  }

  /** Hands messages to the link, one at a time to each recipient, so that they arrive in order. Returns how many. */
  #flush(now: Millis): number {
    if (this.state !== 'online') return 0
    const messages = this.#mail.takeForServer()
    for (const { id, to, kind, text } of messages) {
      const manner = { patience: 'message', lane: to, receipt: id } as const
      this.#connection.say({ name: 'sendMessage', to, kind, text }, now, manner)
    }
    return messages.length
  }

  #sayAll(intents: readonly Intent[], now: Millis, manner?: Manner): void {
    for (const intent of intents) this.#connection.say(intent, now, manner)
  }

  #followAll(now: Millis): void {
    for (;;) {
      this.#arrive(now)
      const direct = this.#peers.takeOutcomes()
      for (const outcome of direct) {
        if (outcome.kind === 'letterAnswered') this.#mail.answered(outcome, this.state === 'online', now)
        else this.#out.push(outcome)
      }
      const outcomes = this.#connection.takeOutcomes()
      for (const outcome of outcomes) this.#follow(outcome, now)
      this.#out.push(...this.#mail.takeOutcomes())
      if (direct.length + outcomes.length + this.#flush(now) === 0) return
    }
  }

  #follow(outcome: ConnectionOutcome, now: Millis): void {
    switch (outcome.kind) {
      case 'began':
        this.#peers.seenAt(outcome.outer)
        this.#out.push({ kind: 'signedOn', outer: outcome.outer })
        this.#introduce(now)
        break
      case 'heard':
        this.#hear(outcome.event, outcome.request, now)
        break
      case 'acknowledged':
        this.#mail.accepted(outcome.receipt as number)
        break
      case 'ended':
        this.#mail.takeBack()
        this.#contacts.end()
        this.#sayUnanswered(this.#inquiries.clear())
        this.#out.push({ ...outcome, kind: 'offline' })
        if (outcome.againAt === undefined && !this.#isArriving) this.#endDirect(now)
        break
      default:
        this.#out.push(outcome)
        break
    }
  }

  /** Everything that a server must be told on a new link. */
  #introduce(now: Millis): void {
    this.#sayUnanswered(this.#inquiries.clear())
    this.#mail.takeBack()
    this.#sayAll(this.#contacts.introduce(now), now)
    this.#sayAll(this.#self.introduction(), now, aboutSelf)
    this.#connection.say({ name: 'fetchStoredMessages' }, now)
  }

  #hear(event: Event, request: number, now: Millis): void {
    switch (event.name) {
      case 'contactOnline':
      case 'contactStatusChanged':
      case 'contactOffline': {
        const news = this.#contacts.hear(event)
        if (news) this.#out.push({ kind: 'told', news })
        break
      }
      case 'messageArrived':
      case 'storedMessageArrived':
        this.#out.push({ kind: 'told', news: event })
        break
      case 'contactsAnnounced':
        this.#contacts.answered()
        break
      case 'storedMessagesEnded':
        if (this.state === 'online') this.#connection.say({ name: 'confirmStoredMessages' }, now)
        break
      default:
        this.#hearAnswer(event, request)
    }
  }

  #hearAnswer(event: Event, request: number): void {
    const answered = this.#inquiries.hear(event, request)
    if (!answered) return
    const { inquiry, turn, answer, isLast } = answered
    // The confirmation of an earlier change may be the later one to arrive.
    if (inquiry.name === 'changePassword' && answer.name === 'passwordChanged' && turn > this.#passwordTurn) {
      this.#passwordTurn = turn
      this.#self.changePassword(inquiry.password)
    }
    this.#out.push({ kind: 'answered', id: inquiry.id, answer, isLast })
  }
}
