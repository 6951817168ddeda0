// The link to the server once it has let us in: kept alive, watched over, and given up when the server has fallen silent.
import type { ClientDialect, HeardEvent } from '@seekyou/dialect'
import type { Event, Intent, Ip4, Millis } from '@seekyou/language'
import { Link, type LinkInput, type Patience } from '@seekyou/link'
import type { Frame } from '@seekyou/wire'
import { Timers } from './timers.ts'

/** How an intent is to be brought over. Intents of one lane go one at a time; `receipt` comes back with the ACK. */
export interface Manner {
  readonly patience?: Patience
  readonly lane?: number
  readonly receipt?: unknown
  /** The mark by which the answer will be known; any unless told. */
  readonly request?: number
}

export type LineOutcome =
  | { readonly kind: 'transmit'; readonly datagram: Uint8Array }
  | { readonly kind: 'heard'; readonly event: Event; readonly request: number }
  | { readonly kind: 'acknowledged'; readonly receipt: unknown }
  /** The server took an old copy of our sign-on for a new one: it begins again, and has forgotten what we announced. */
  | { readonly kind: 'letInAgain'; readonly frame: Frame; readonly outer: Ip4 }
  /** The server does not answer, although it has been asked for an answer. */
  | { readonly kind: 'dead' }

const keepAliveMs = 120_000
/** After so long without any answer the server is asked for one, after twice as long it is taken to be gone. */
const cycleMs = 60_000
const noReceipt = Symbol('no receipt')

export class Line {
  readonly #dialect: ClientDialect
  readonly #link: Link
  readonly #uin: number
  readonly #firstSequence: number
  readonly #firstFrame: Frame
  readonly #mark: () => number
  readonly #timers = new Timers<'keepAlive' | 'patience'>()
  /** Since when the server owes an answer; undefined when nothing is outstanding. */
  #owedSince: Millis | undefined
  #outstanding = 0
  /** How far the server's numbers have come since it let us in; once they are far, they may come round. */
  #farthest = 0
  #out: LineOutcome[] = []

  /**
   * `firstFrame` is the datagram that let us in, `firstSequence` the number of the first packet that we send, and `mark` gives
   * a mark for a request.
   */
  constructor(
    dialect: ClientDialect,
    uin: number,
    mark: () => number,
    firstFrame: Frame,
    firstSequence: number,
    now: Millis,
  ) {
    this.#dialect = dialect
    this.#uin = uin
    this.#mark = mark
    this.#firstFrame = firstFrame
    this.#firstSequence = firstSequence
    this.#link = new Link(dialect.framing(uin), dialect.manners, now, firstSequence)
    this.#timers.set('keepAlive', now + keepAliveMs)
  }

  get nextSequence(): number {
    return this.#link.nextSequence
  }

  get wakeAt(): Millis | undefined {
    const { wakeAt } = this.#link
    const { next } = this.#timers
    return wakeAt === undefined || (next !== undefined && next < wakeAt) ? next : wakeAt
  }

  /** True for the numbers of packets that were sent on this line. */
  isOurs(sequence: number): boolean {
    return ((sequence - this.#firstSequence) & 0xffff) < ((this.nextSequence - this.#firstSequence) & 0xffff)
  }

  /**
   * True for the numbers of packets that the server sent before it let us in. They must not be acknowledged: it has closed
   * that line, and keeps what mattered.
   */
  isEarlier(sequence: number): boolean {
    const distance = (sequence - this.#firstFrame.sequence) & 0xffff
    if (distance < 0x8000) this.#farthest = Math.max(this.#farthest, distance)
    return distance >= 0x8000 && this.#farthest < 0x4000
  }

  say(intent: Intent, now: Millis, manner: Manner = {}): LineOutcome[] {
    const { patience, lane, receipt = noReceipt, request = this.#mark() } = manner
    for (const spoken of this.#dialect.speak(intent, request, this.#uin)) {
      const parcel = { ...spoken, patience: patience ?? spoken.patience, lane: lane ?? spoken.lane, receipt }
      this.#outstanding += 1
      this.#owe(this.#owedSince ?? now)
      this.#turn({ kind: 'send', parcel }, now)
    }
    return this.#takeOut()
  }

  /** A datagram from the server, and what it says, if that is known. */
  receive(frame: Frame, heard: HeardEvent | undefined, now: Millis): LineOutcome[] {
    this.#owe(this.#outstanding > 0 ? now : undefined)
    this.#turn({ kind: 'received', frame }, now, heard)
    return this.#takeOut()
  }

  /** Acknowledges the datagram that let us in. */
  begin(now: Millis): LineOutcome[] {
    this.#turn({ kind: 'received', frame: this.#firstFrame }, now)
    return this.#takeOut()
  }

  wake(now: Millis): LineOutcome[] {
    const out: LineOutcome[] = []
    for (let reason = this.#timers.takeDue(now); reason; reason = this.#timers.takeDue(now)) {
      if (reason === 'keepAlive') {
        this.#timers.set('keepAlive', now + keepAliveMs)
        out.push(...this.say({ name: 'keepAlive' }, now))
      } else out.push(...this.#losePatience(now))
    }
    this.#turn({ kind: 'wake' }, now)
    return [...out, ...this.#takeOut()]
  }

  #losePatience(now: Millis): LineOutcome[] {
    const since = this.#owedSince
    if (since === undefined) return []
    if (now >= since + 2 * cycleMs) return [{ kind: 'dead' }]
    const asked = this.say({ name: 'demandAnswer' }, now)
    this.#timers.set('patience', since + 2 * cycleMs)
    return asked
  }

  #owe(since: Millis | undefined): void {
    if (this.#owedSince === since) return
    this.#owedSince = since
    if (since === undefined) this.#timers.clear('patience')
    else this.#timers.set('patience', since + cycleMs)
  }

  #turn(input: LinkInput, now: Millis, heard?: HeardEvent): void {
    for (const outcome of this.#link.handle(input, now)) {
      switch (outcome.kind) {
        case 'transmit':
          this.#out.push(outcome)
          break
        case 'deliver':
          this.#take(outcome.frame, heard, now)
          break
        case 'acknowledged':
          this.#outstanding -= 1
          if (this.#outstanding === 0) this.#owe(undefined)
          if (outcome.receipt !== noReceipt) this.#out.push(outcome)
          break
        case 'lost':
        case 'ended':
          this.#out.push({ kind: 'dead' })
          break
      }
    }
  }

  /** Acknowledged at once, whether it is understood or not: what has been shown must not be sent again. */
  #take(frame: Frame, heard: HeardEvent | undefined, now: Millis): void {
    if (heard?.event.name === 'signedOn') {
      this.#out.push({ kind: 'letInAgain', frame, outer: heard.event.outer })
      return
    }
    this.#turn({ kind: 'acknowledge', sequence: frame.sequence, code: frame.code }, now)
    if (heard) this.#out.push({ kind: 'heard', ...heard })
  }

  #takeOut(): LineOutcome[] {
    const out = this.#out
    this.#out = []
    return out
  }
}
