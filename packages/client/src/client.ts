import { type ClientDialect, v2Client } from '@seekyou/dialect'
import type { Event, Machine, Millis, Status, Uin } from '@seekyou/language'
import { clientManners, type LinkManners } from '@seekyou/link'
import { Connection, type ConnectionOutcome } from './connection.ts'
import type { ClientInput, ClientOutcome, ClientState } from './hear-and-say.ts'
import { Inquiries } from './inquiries.ts'
import { Outbox } from './outbox.ts'
import { type Contact, Roster } from './roster.ts'
import { Self } from './self.ts'
import type { Inquiry, OutgoingMessage, SignOn, Wish } from './wishes.ts'

export interface ClientOptions {
  /** Chance, from 0 up to, not including, 1. */
  readonly random: () => number
  /** Which version to speak; version 2 unless told. */
  readonly dialect?: ClientDialect
}

/** How many contacts are announced in one packet: half of what 1998's servers took at most. */
const contactsAtOnce = 100
/** How long after signing on the server is given to tell who is on line, before the others are held to be off line. */
const settleMs = 20_000
/** After so long without the end of the answer everybody is announced again. */
const announceAgainMs = 60_000
/** Lanes of recipients are their UINs; what the user says about themselves has one of its own. */
const aboutSelf = { lane: -1, patience: 'brisk' } as const
/** Of two changes the later one must win, so that they go one after another. */
const inquiryLane = -2

/** Two rounds of six sends, ten seconds apart: a client asks twice before it believes that the server is gone. */
const twice = Array<Millis>(12).fill(10_000)
/** What others are to see of the user is repeated sooner at first: nothing happens when it comes twice. */
const soon: readonly Millis[] = [2_000, 3_000, 5_000, ...twice.slice(1)]
const manners: Omit<LinkManners, 'ackCode'> = {
  ...clientManners,
  // A message is sent again every half minute for as long as the line holds; it must be known again whenever it comes.
  rememberMs: Number.POSITIVE_INFINITY,
  waits: { ...clientManners.waits, steady: twice, message: twice, brisk: soon },
}

/**
 * One user of the network as a machine: hand it datagrams, wishes and wake-ups, carry out what it returns. Once asked to sign
 * on it stays on line as well as it can: it comes back after silence, after a restart of the server and after being thrown
 * out, announces everything again, and brings over the messages that had not been accepted.
 */
export class Client implements Machine<ClientInput, ClientOutcome> {
  readonly #self = new Self()
  readonly #roster = new Roster()
  readonly #outbox = new Outbox()
  readonly #inquiries: Inquiries
  readonly #connection: Connection
  /** How many announcements of contacts the server has not answered to the end. */
  #announcements = 0
  /** When they were announced all together, until it is known who of them is on line. */
  #announcedAt: Millis | undefined
  /** The place of the last change of the password among all inquiries. */
  #passwordTurn = -1
  #out: ClientOutcome[] = []

  constructor({ random, dialect = v2Client(manners) }: ClientOptions) {
    this.#inquiries = new Inquiries(random)
    this.#connection = new Connection(dialect, random, () => this.#self.signOn())
  }

  get state(): ClientState {
    return this.#connection.state
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

  get wakeAt(): Millis | undefined {
    return earliest(this.#connection.wakeAt, earliest(this.#rosterAt, this.#inquiries.wakeAt))
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
        break
    }
    this.#followAll(now)
    this.#settleRoster(now)
    this.#followAll(now)
    return this.#out
  }

  #grant(wish: Wish, now: Millis): void {
    switch (wish.name) {
      case 'signOn':
        this.#signOn(wish, now)
        break
      case 'signOff':
        this.#connection.leave(now)
        this.#sayUnanswered(this.#inquiries.clear())
        this.#giveUpMessages()
        this.#roster.darken()
        break
      case 'register':
        this.#connection.register(wish.password, now)
        break
      case 'announceContacts': {
        const added = this.#roster.add(wish.uins)
        if (this.state === 'online') this.#announceContacts(added, now)
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
        this.#sendMessage(wish, now)
        break
      default:
        this.#inquire(wish, now)
    }
  }

  #signOn(wish: SignOn, now: Millis): void {
    if (this.uin !== undefined && this.uin !== wish.uin) {
      this.#giveUpMessages()
      this.#roster.clear()
    }
    this.#outbox.takeBack()
    this.#self.become(wish)
    this.#connection.signOn(now)
  }

  #sendMessage(message: OutgoingMessage, now: Millis): void {
    const isOff = this.state === 'offline' || this.state === 'leaving' || this.state === 'registering'
    const because = isOff ? 'signedOff' : this.#outbox.put(message)
    if (because) this.#out.push({ kind: 'messageFailed', id: message.id, because })
    else this.#flush(now)
  }

  #inquire(inquiry: Inquiry, now: Millis): void {
    const request = this.state === 'online' ? this.#inquiries.put(inquiry, now) : undefined
    if (request === undefined) this.#sayUnanswered([inquiry.id])
    else this.#connection.say(inquiry, now, { request, lane: inquiryLane })
  }

  #sayUnanswered(ids: readonly number[]): void {
    for (const id of ids) this.#out.push({ kind: 'unanswered', id })
  }

  #giveUpMessages(): void {
    for (const { id } of this.#outbox.clear()) this.#out.push({ kind: 'messageFailed', id, because: 'signedOff' })
  }

  /** One message at a time to each recipient, so that they arrive in the order in which they were written. */
  #flush(now: Millis): void {
    if (this.state !== 'online') return
    for (const { id, to, kind, text } of this.#outbox.take()) {
      const manner = { patience: 'message', lane: to, receipt: id } as const
      this.#connection.say({ name: 'sendMessage', to, kind, text }, now, manner)
    }
  }

  #announceContacts(uins: readonly Uin[], now: Millis): void {
    for (let start = 0; start < uins.length; start += contactsAtOnce) {
      this.#announcements += 1
      this.#connection.say({ name: 'announceContacts', uins: uins.slice(start, start + contactsAtOnce) }, now)
    }
  }

  #followAll(now: Millis): void {
    for (let outcomes = this.#connection.takeOutcomes(); outcomes.length > 0; ) {
      for (const outcome of outcomes) this.#follow(outcome, now)
      outcomes = this.#connection.takeOutcomes()
    }
  }

  #follow(outcome: ConnectionOutcome, now: Millis): void {
    switch (outcome.kind) {
      case 'began':
        this.#out.push({ kind: 'signedOn', outer: outcome.outer })
        this.#introduce(now)
        break
      case 'heard':
        this.#hear(outcome.event, outcome.request, now)
        break
      case 'acknowledged': {
        const id = outcome.receipt as number
        this.#outbox.accepted(id)
        this.#out.push({ kind: 'messageAccepted', id })
        this.#flush(now)
        break
      }
      case 'ended':
        this.#outbox.takeBack()
        this.#announcedAt = undefined
        this.#sayUnanswered(this.#inquiries.clear())
        this.#out.push({ ...outcome, kind: 'offline' })
        if (outcome.againAt === undefined) this.#giveUpMessages()
        break
      default:
        this.#out.push(outcome)
        break
    }
  }

  /** Everything that a server must be told on a new link. */
  #introduce(now: Millis): void {
    this.#sayUnanswered(this.#inquiries.clear())
    this.#outbox.takeBack()
    this.#roster.doubtAll()
    this.#announceAll(now)
    for (const intent of this.#self.introduction()) this.#connection.say(intent, now, aboutSelf)
    this.#connection.say({ name: 'fetchStoredMessages' }, now)
    this.#flush(now)
  }

  #hear(event: Event, request: number, now: Millis): void {
    switch (event.name) {
      case 'contactOnline':
      case 'contactStatusChanged':
      case 'contactOffline': {
        const news = this.#roster.hear(event)
        if (news) this.#out.push({ kind: 'told', news })
        break
      }
      case 'messageArrived':
      case 'storedMessageArrived':
        this.#out.push({ kind: 'told', news: event })
        break
      case 'contactsAnnounced':
        this.#announcements = Math.max(0, this.#announcements - 1)
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

  #announceAll(now: Millis): void {
    this.#announcements = 0
    this.#announcedAt = now
    this.#announceContacts([...this.roster.keys()], now)
  }

  /** When something is to be done about the contact list by itself. */
  get #rosterAt(): Millis | undefined {
    if (this.#announcedAt === undefined) return undefined
    return this.#announcedAt + (this.#announcements === 0 ? settleMs : announceAgainMs)
  }

  #settleRoster(now: Millis): void {
    const at = this.#rosterAt
    if (at === undefined || now < at) return
    if (this.#announcements > 0) {
      this.#announceAll(now)
      return
    }
    this.#announcedAt = undefined
    for (const news of this.#roster.settle()) this.#out.push({ kind: 'told', news })
  }
}

const earliest = (one: Millis | undefined, other: Millis | undefined): Millis | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one
