import type { Ip4, Millis, Text } from '@seekyou/language'
import { earliest } from '../timers.ts'
import type { Channels, Speaker } from './channels.ts'
import { ackStatus, chatKind } from './frames.ts'
import { undecidedMax } from './limits.ts'
import { Meeting } from './meeting.ts'
import type { PeerNews } from './news.ts'
import type { Begin, Decision, MeetingOutcome, Occasion } from './occasion.ts'
import type { Question } from './questions.ts'
import type { ChatWish, FileInput, SessionInput, TransferWish } from './session.ts'
import type { Surroundings } from './surroundings.ts'

/** What a peer wants to meet for. */
export interface Invitation extends Speaker, Pick<Occasion, 'size'> {
  readonly sequence: number
  /** What the user is told, given the id of the meeting. */
  readonly news: (id: number) => PeerNews
}

/** All chats, or all transfers: which of them something is about. */
export class Meetings {
  readonly #kind: number
  readonly #channels: Channels
  readonly #around: Surroundings
  readonly #meetings = new Map<number, Meeting>()
  #invitations = 0
  #out: MeetingOutcome[] = []

  /** `kind` is that of the requests: chats or files. */
  constructor(kind: number, channels: Channels, around: Surroundings) {
    this.#kind = kind
    this.#channels = channels
    this.#around = around
  }

  get wakeAt(): Millis | undefined {
    return earliest(this.#meetings.values())
  }

  /** What has happened since the last call, in order. */
  takeOutcomes(): MeetingOutcome[] {
    return this.#out.splice(0)
  }

  /** The user wants to meet somebody; `begin` begins the session when they are there. */
  request(id: number, peer: Occasion['peer'], question: Question, begin: Begin, now: Millis): void {
    if (this.#meetings.has(id)) {
      throw new Error(`${id} is still under way: every chat and every transfer needs an id of its own`)
    }
    this.#change(this.#open({ id, kind: this.#kind, peer, ip: 0 }), (meeting) => meeting.ask(question, begin, now))
  }

  /** A peer wants to meet the user. */
  invite({ connection, sequence, size = 0, peer, ip, news }: Invitation, now: Millis): void {
    const request = { connection, sequence }
    const undecided = [...this.#meetings.values()].filter(({ isUndecided }) => isUndecided)
    const isSame = ({ occasion }: Meeting) =>
      occasion.request?.connection === connection && occasion.request.sequence === sequence
    if (undecided.some(isSame)) this.#out.push({ kind: 'dropped', because: 'unexpected' })
    else if (undecided.length >= undecidedMax) {
      this.#out.push({ kind: 'dropped', because: 'crowded' })
      const words = { kind: this.#kind, sequence, text: nothing, ackStatus: ackStatus.refused }
      this.#channels.answer(connection, words, now)
    } else {
      this.#invitations -= 1
      const id = this.#invitations
      this.#open({ id, kind: this.#kind, peer, ip, size, request })
      this.#out.push(news(id))
    }
  }

  /** The user agrees; `begin` begins the session when the peer is there. */
  accept(id: number, begin: Begin, now: Millis): void {
    this.#change(this.#meetings.get(id), (meeting) => meeting.accept(begin, now))
  }

  refuse(id: number, reason: Text, now: Millis): void {
    this.#change(this.#meetings.get(id), (meeting) => meeting.refuse(reason, now))
  }

  /** A wish about what is under way. */
  wish(wish: ChatWish | TransferWish, now: Millis): void {
    this.#change(this.#meetings.get(wish.id), (meeting) => {
      if (wish.name === 'leaveChat' || wish.name === 'cancelFiles') meeting.leave(wish, now)
      else meeting.handle({ kind: 'wish', wish }, now)
    })
  }

  /** A peer has answered a request. */
  answered(meeting: Meeting, decision: Decision, now: Millis): void {
    this.#change(meeting, () => meeting.answered(decision, now))
  }

  /** A request will not be answered. */
  unanswered(meeting: Meeting): void {
    this.#change(meeting, () => meeting.unanswered())
  }

  /** A peer takes a request back, or (without `sequence`) the message channel is gone over which requests came. */
  withdrawn(connection: number, sequence?: number): void {
    this.#changeAll((meeting) => meeting.withdrawn(connection, sequence))
  }

  listening(listener: number, port: number | undefined, now: Millis): void {
    this.#change(this.#find('listener', listener), (meeting) => meeting.listening(port, now))
  }

  /** Somebody has connected for a meeting. False: nobody is awaited there. */
  admit(listener: number, connection: number, from: Ip4): boolean {
    return this.#find('listener', listener)?.admit(connection, from) ?? false
  }

  /** Something happened on a connection. */
  handle(connection: number, input: SessionInput, now: Millis): void {
    this.#change(this.#find('connection', connection), (meeting) => meeting.handle(input, now))
  }

  /** What the disk answers. */
  file(input: FileInput, now: Millis): void {
    this.#change(this.#meetings.get(input.transfer), (meeting) => meeting.handle(input, now))
  }

  wake(now: Millis): void {
    this.#changeAll((meeting) => meeting.wake(now))
  }

  /** The user goes. */
  leaveAll(now: Millis): void {
    const name = this.#kind === chatKind ? 'leaveChat' : 'cancelFiles'
    this.#changeAll((meeting) => meeting.leave({ name, id: meeting.occasion.id }, now))
  }

  #open(occasion: Occasion): Meeting {
    const meeting = new Meeting(occasion, this.#channels, this.#around, (outcome) => this.#out.push(outcome))
    this.#meetings.set(occasion.id, meeting)
    return meeting
  }

  #changeAll(how: (meeting: Meeting) => void): void {
    for (const meeting of [...this.#meetings.values()]) this.#change(meeting, how)
  }

  #change(meeting: Meeting | undefined, how: (meeting: Meeting) => void): void {
    if (!meeting) return
    how(meeting)
    if (meeting.isOver) this.#meetings.delete(meeting.occasion.id)
  }

  #find(what: 'listener' | 'connection', number: number): Meeting | undefined {
    for (const meeting of this.#meetings.values()) if (meeting[what] === number) return meeting
    return undefined
  }
}

const nothing: Text = new Uint8Array(0)
