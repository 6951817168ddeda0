// Direct connections to other clients: the contents page. It is handed what happens on connections, listeners and files, and
// what the user wishes; it knows nothing of sockets.
import type { Direct, Ip4, Millis, Uin } from '@seekyou/language'
import { availabilityOf } from '@seekyou/language'
import type { Roster } from '../roster.ts'
import type { Self } from '../self.ts'
import { earliest } from '../timers.ts'
import { Answering } from './answering.ts'
import { Channels, type ChannelsOutcome } from './channels.ts'
import { Drops, type PeerDrop } from './drops.ts'
import { type Answered, awayKinds, chatKind, fileKind, flagsOf, portIn } from './frames.ts'
import { grantMeeting } from './grant-meeting.ts'
import type { Letter, PeersOutcome } from './letter.ts'
import { openMs } from './limits.ts'
import type { Meeting } from './meeting.ts'
import { Meetings } from './meetings.ts'
import type { MeetingOutcome } from './occasion.ts'
import { Surroundings } from './surroundings.ts'
import type { PeerWish } from './wishes.ts'
import type { PeerInput } from './world.ts'

/** What a question was asked for. */
type Receipt = { readonly letter: number } | { readonly awayText: number } | Meeting

/** Which listener awaits peers with messages. */
const messageListener = 0

export class Peers {
  readonly #drops = new Drops()
  readonly #around: Surroundings
  readonly #channels: Channels
  readonly #chats: Meetings
  readonly #transfers: Meetings
  readonly #answering: Answering
  #openUntil: Millis | undefined
  #out: PeersOutcome[] = []

  constructor(self: Self, roster: Roster) {
    const around = new Surroundings(self, roster)
    this.#around = around
    this.#channels = new Channels(around)
    this.#chats = new Meetings(chatKind, this.#channels, around)
    this.#transfers = new Meetings(fileKind, this.#channels, around)
    this.#answering = new Answering(around, this.#channels, this.#chats, this.#transfers)
  }

  /** How often what peers sent was not obeyed, by reason. */
  get drops(): ReadonlyMap<PeerDrop, number> {
    return this.#drops.counts
  }

  /** Whether it is not yet known on which port peers can be awaited. */
  get isOpening(): boolean {
    return this.#openUntil !== undefined
  }

  /** What is to be announced; undefined when there are no direct connections. */
  get direct(): Direct | undefined {
    return this.#around.direct
  }

  get wakeAt(): Millis | undefined {
    return earliest([{ wakeAt: this.#openUntil }, this.#channels, this.#chats, this.#transfers])
  }

  /** What has happened since the last call, in order. */
  takeOutcomes(): PeersOutcome[] {
    return this.#out.splice(0)
  }

  /** Allows direct connections, and awaits peers on a port of this range. Ends those of another range. */
  open(ports: readonly [number, number], inner: Ip4, now: Millis): void {
    const [from, to] = this.#around.ports ?? []
    this.#around.inner = inner
    if (from === ports[0] && to === ports[1]) return
    this.shut(now)
    this.#around.ports = ports
    this.#openUntil = now + openMs
    this.#out.push({ kind: 'listen', listener: messageListener, ports })
  }

  /** Ends everything. */
  shut(now: Millis): void {
    if (!this.#around.ports) return
    this.#chats.leaveAll(now)
    this.#transfers.leaveAll(now)
    this.#channels.leaveAll(now)
    this.#settle(now)
    this.#out.push({ kind: 'unlisten', listener: messageListener })
    this.#around.ports = undefined
    this.#around.port = 0
    this.#openUntil = undefined
  }

  /** The server sees us at this address. */
  seenAt(outer: Ip4): void {
    this.#around.outer = outer
  }

  handle(input: PeerInput, now: Millis): void {
    switch (input.kind) {
      case 'listening':
      case 'notListening':
        this.#listening(input.listener, input.kind === 'listening' ? input.port : undefined, now)
        break
      case 'incoming': {
        const { listener, connection, from } = input
        if (!this.#admit(listener, connection, from, now)) this.#out.push({ kind: 'close', connection })
        break
      }
      case 'fileRead':
      case 'fileOpened':
      case 'fileWritten':
      case 'fileFailed':
        this.#transfers.file(input, now)
        break
      default: {
        const { connection, ...what } = input
        for (const owner of [this.#channels, this.#chats, this.#transfers]) owner.handle(connection, what, now)
      }
    }
    this.#settle(now)
  }

  wake(now: Millis): void {
    if (this.#openUntil !== undefined && now >= this.#openUntil) this.#openUntil = undefined
    for (const sleeper of [this.#channels, this.#chats, this.#transfers]) sleeper.wake(now)
    this.#settle(now)
  }

  /** Whether a message to somebody can be tried directly. */
  reaches(uin: Uin, now: Millis): boolean {
    return this.#channels.reaches(uin, now)
  }

  /** Sends a message directly. `letterAnswered` follows. */
  send({ id, to, kind, text, urgency = 'normal' }: Letter, now: Millis): void {
    const flags = flagsOf(urgency, this.#around.status)
    const receipt: Receipt = { letter: id }
    if (!this.#channels.ask(to, { kind, text, flags }, receipt, now)) this.#unanswered(receipt)
    this.#settle(now)
  }

  wish(wish: PeerWish, now: Millis): void {
    if (wish.name === 'setAwayText') this.#around.awayText = wish.text
    else if (wish.name === 'askAwayText') this.#askAwayText(wish.id, wish.uin, now)
    else grantMeeting(wish, this.#chats, this.#transfers, this.#around, now)
    this.#settle(now)
  }

  #askAwayText(id: number, uin: Uin, now: Millis): void {
    const { status } = this.#around.contact(uin) ?? {}
    const kind = status === undefined ? undefined : awayKinds[availabilityOf(status)]
    const receipt: Receipt = { awayText: id }
    if (kind === undefined) this.#unanswered(receipt)
    else {
      const question = { kind, text: new Uint8Array(0), flags: flagsOf('normal', this.#around.status) }
      if (!this.#channels.ask(uin, question, receipt, now)) this.#unanswered(receipt)
    }
  }

  #listening(listener: number, port: number | undefined, now: Millis): void {
    if (listener === messageListener) {
      if (!this.#around.ports) return
      this.#around.port = port ?? 0
      this.#openUntil = undefined
    } else {
      this.#chats.listening(listener, port, now)
      this.#transfers.listening(listener, port, now)
    }
  }

  #admit(listener: number, connection: number, from: Ip4, now: Millis): boolean {
    if (!this.#around.ports) return false
    if (listener === messageListener) return this.#channels.admit(connection, from, now)
    return this.#chats.admit(listener, connection, from) || this.#transfers.admit(listener, connection, from)
  }

  /** Follows what the rooms say until none has anything more to say. */
  #settle(now: Millis): void {
    for (;;) {
      const heard = this.#channels.takeOutcomes()
      const agreed = [...this.#chats.takeOutcomes(), ...this.#transfers.takeOutcomes()]
      if (heard.length + agreed.length === 0) return
      for (const outcome of heard) this.#follow(outcome, now)
      for (const outcome of agreed) this.#pass(outcome)
    }
  }

  #follow(outcome: ChannelsOutcome, now: Millis): void {
    switch (outcome.kind) {
      case 'asked': {
        const news = this.#answering.take(outcome.frame, outcome, now)
        if (news) this.#out.push({ kind: 'told', news })
        break
      }
      case 'answered':
        this.#answered(outcome.receipt as Receipt, outcome.frame, outcome.ip, now)
        break
      case 'cancelled':
        this.#meetingsOf(outcome.frame.value.kind)?.withdrawn(outcome.connection, outcome.frame.value.sequence)
        break
      case 'ended':
        this.#chats.withdrawn(outcome.connection)
        this.#transfers.withdrawn(outcome.connection)
        for (const receipt of outcome.receipts) this.#unanswered(receipt as Receipt)
        break
      default:
        this.#pass(outcome)
    }
  }

  #answered(receipt: Receipt, frame: Answered, ip: Ip4, now: Millis): void {
    const { value } = frame
    if ('letter' in receipt) this.#out.push({ kind: 'letterAnswered', id: receipt.letter, answer: value })
    else if ('awayText' in receipt) this.#out.push({ kind: 'awayText', id: receipt.awayText, text: value.text })
    else {
      const port = frame.name === 'channelAck' ? 0 : portIn(frame.value)
      this.#meetingsOf(value.kind)?.answered(receipt, { status: value.ackStatus, reason: value.text, port, ip }, now)
    }
  }

  #unanswered(receipt: Receipt): void {
    if ('letter' in receipt) this.#out.push({ kind: 'letterAnswered', id: receipt.letter, answer: undefined })
    else if ('awayText' in receipt) this.#out.push({ kind: 'awayText', id: receipt.awayText, text: undefined })
    else this.#meetingsOf(receipt.occasion.kind)?.unanswered(receipt)
  }

  #meetingsOf(kind: number): Meetings | undefined {
    return kind === chatKind ? this.#chats : kind === fileKind ? this.#transfers : undefined
  }

  #pass(outcome: MeetingOutcome): void {
    if (outcome.kind === 'dropped') this.#drops.count(outcome.because)
    else this.#out.push(outcome)
  }
}
