// One reliable conversation between two addresses: numbers, acknowledgements, resends, duplicates, silence. It knows no
// packet and no user; what a frame means and when a command is safe to acknowledge is for others to say.
import type { Machine, Millis } from '@seekyou/language'
import type { Frame } from '@seekyou/wire'
import { DuplicateWindow } from './duplicate-window.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { LinkManners, Patience } from './manners.ts'

/** What a link must know of a protocol version's datagrams. */
export interface LinkFraming {
  /** The datagram that acknowledges this sequence number. */
  ack(sequence: number): Uint8Array
  /** Writes a sequence number into a sealed datagram. */
  renumber(datagram: Uint8Array, sequence: number): void
}

/** A datagram to be brought to the other side. */
export interface Parcel {
  /** Sealed, its number not yet written. */
  readonly datagram: Uint8Array
  readonly patience: Patience
  /** Parcels of one lane (not 0) go one at a time, the next when the one before is acknowledged or lost. */
  readonly lane?: number
  /** Nothing else leaves before this parcel is acknowledged. */
  readonly alone?: boolean
  /** Handed back when the parcel is acknowledged or lost. */
  readonly receipt?: unknown
}

export type LinkInput =
  | { readonly kind: 'received'; readonly frame: Frame }
  | { readonly kind: 'acknowledge'; readonly sequence: number; readonly code: number }
  /** Once the link has ended or was closed, a parcel is lost at once, and everything else means nothing. */
  | { readonly kind: 'send'; readonly parcel: Parcel }
  | { readonly kind: 'resend' }
  /** The other side may have been started anew, or only repeat itself: its questions are delivered again under old numbers. */
  | { readonly kind: 'startOver' }
  | { readonly kind: 'close' }
  | { readonly kind: 'wake' }

export type LinkOutcome =
  | { readonly kind: 'transmit'; readonly datagram: Uint8Array }
  /** A command that has not been seen before. It stays unacknowledged until the input `acknowledge` names it. */
  | { readonly kind: 'deliver'; readonly frame: Frame }
  | { readonly kind: 'acknowledged'; readonly receipt: unknown }
  | { readonly kind: 'lost'; readonly receipt: unknown }
  /** `silence`: nothing came for too long. `unanswered`: a parcel ran out of sends and nothing at all came meanwhile. */
  | { readonly kind: 'ended'; readonly because: 'silence' | 'unanswered' }

interface Flight {
  readonly parcel: Parcel
  readonly sequence: number
  readonly firstSentAt: Millis
  sends: number
  dueAt: Millis
  /** A message past its last ordinary wait: it no longer holds a place in the window. */
  slow: boolean
}

export class Link implements Machine<LinkInput, LinkOutcome> {
  readonly #framing: LinkFraming
  readonly #manners: LinkManners
  readonly #seen: DuplicateWindow
  #nextSequence: number
  #heardAt: Millis
  #flights: Flight[] = []
  #queue: Parcel[] = []
  #ended = false
  #out: LinkOutcome[] = []

  /** `firstSequence` is the number of the first datagram that this side sends. */
  constructor(framing: LinkFraming, manners: LinkManners, now: Millis, firstSequence = 0) {
    this.#framing = framing
    this.#manners = manners
    this.#seen = new DuplicateWindow(manners.rememberMs)
    this.#heardAt = now
    this.#nextSequence = firstSequence
  }

  get nextSequence(): number {
    return this.#nextSequence
  }

  get wakeAt(): Millis | undefined {
    if (this.#ended) return undefined
    let at = this.#heardAt + this.#manners.silenceMs
    for (const flight of this.#flights) if (flight.dueAt < at) at = flight.dueAt
    return at === Number.POSITIVE_INFINITY ? undefined : at
  }

  /** The receipts of everything that is on its way or waits to be. */
  *receipts(): Iterable<unknown> {
    for (const { parcel } of this.#flights) if (parcel.receipt !== undefined) yield parcel.receipt
    for (const { receipt } of this.#queue) if (receipt !== undefined) yield receipt
  }

  handle(input: LinkInput, now: Millis): readonly LinkOutcome[] {
    this.#out = []
    if (this.#ended) {
      if (input.kind === 'send') this.#lose(input.parcel)
      return this.#out
    }
    switch (input.kind) {
      case 'received':
        this.#receive(input.frame, now)
        break
      case 'acknowledge':
        this.#seen.acknowledge(input.sequence, input.code)
        this.#transmit(this.#framing.ack(input.sequence))
        break
      case 'send':
        this.#send(input.parcel, now)
        break
      case 'resend':
        for (const flight of this.#flights) this.#transmit(flight.parcel.datagram)
        break
      case 'startOver':
        if (this.#manners.questions) this.#seen.startOver(this.#manners.questions)
        break
      case 'close':
        this.#close()
        break
      case 'wake':
        this.#wake(now)
        break
    }
    return this.#out
  }

  #receive(frame: Frame, now: Millis): void {
    this.#heardAt = now
    if (frame.code === this.#manners.ackCode) {
      this.#settle(frame.sequence, now)
      return
    }
    const seen = this.#seen.meet(frame.sequence, frame.code, now, fingerprintOf(frame.bytes) >>> 0)
    if (seen === 'new') this.#out.push({ kind: 'deliver', frame })
    else if (seen === 'acknowledged') this.#transmit(this.#framing.ack(frame.sequence))
  }

  /** Acknowledgements of unknown numbers are normal: some clients send each of theirs six times. */
  #settle(sequence: number, now: Millis): void {
    const index = this.#flights.findIndex((flight) => flight.sequence === sequence)
    if (index < 0) return
    const { parcel } = this.#flights[index]!
    this.#flights.splice(index, 1)
    if (parcel.receipt !== undefined) this.#out.push({ kind: 'acknowledged', receipt: parcel.receipt })
    this.#launchWaiting(now)
  }

  #send(parcel: Parcel, now: Millis): void {
    if (parcel.patience === 'once') {
      this.#framing.renumber(parcel.datagram, this.#takeSequence())
      this.#transmit(parcel.datagram)
      return
    }
    if (this.#queue.length + this.#flights.length >= this.#manners.queueMax) {
      this.#lose(parcel)
      return
    }
    if (this.#queue.length === 0 && this.#mayLaunch(parcel)) this.#launch(parcel, now)
    else {
      this.#queue.push(parcel)
      this.#launchWaiting(now)
    }
  }

  #launchWaiting(now: Millis): void {
    for (let index = 0; index < this.#queue.length && this.#hasRoom(); ) {
      const parcel = this.#queue[index]!
      if (this.#mayLaunch(parcel) && !this.#isOvertaking(index)) {
        this.#queue.splice(index, 1)
        this.#launch(parcel, now)
      } else index += 1
    }
  }

  #hasRoom(): boolean {
    let busy = 0
    for (const flight of this.#flights) {
      if (flight.parcel.alone) return false
      if (!flight.slow) busy += 1
    }
    return busy < this.#manners.inFlightMax
  }

  #mayLaunch(parcel: Parcel): boolean {
    if (!this.#hasRoom()) return false
    if (parcel.alone) return this.#flights.length === 0
    return !parcel.lane || !this.#flights.some((flight) => flight.parcel.lane === parcel.lane)
  }

  /** Parcels of one lane keep their order, so do those without one, and nothing overtakes what wants to be alone. */
  #isOvertaking(index: number): boolean {
    const lane = this.#queue[index]!.lane ?? 0
    for (let before = 0; before < index; before++) {
      const earlier = this.#queue[before]!
      if (earlier.alone || (earlier.lane ?? 0) === lane) return true
    }
    return false
  }

  #launch(parcel: Parcel, now: Millis): void {
    const sequence = this.#takeSequence()
    this.#framing.renumber(parcel.datagram, sequence)
    this.#flights.push({
      parcel,
      sequence,
      firstSentAt: now,
      sends: 1,
      dueAt: now + this.#waitAfter(parcel, 1),
      slow: false,
    })
    this.#transmit(parcel.datagram)
  }

  #takeSequence(): number {
    const sequence = this.#nextSequence
    this.#nextSequence = (sequence + 1) & 0xffff
    return sequence
  }

  #waitAfter(parcel: Parcel, sends: number): Millis {
    const { waits, messageAgainMs } = this.#manners
    return waits[parcel.patience as keyof typeof waits][sends - 1] ?? messageAgainMs
  }

  #wake(now: Millis): void {
    if (now >= this.#heardAt + this.#manners.silenceMs) {
      this.#end('silence')
      return
    }
    for (const flight of [...this.#flights]) {
      if (flight.dueAt > now) continue
      const { parcel } = flight
      const sendsMax = this.#manners.waits[parcel.patience as keyof LinkManners['waits']].length
      if (flight.sends >= sendsMax) {
        if (this.#heardAt <= flight.firstSentAt) {
          this.#end('unanswered')
          return
        }
        if (parcel.patience !== 'message') {
          this.#flights.splice(this.#flights.indexOf(flight), 1)
          this.#lose(parcel)
          continue
        }
        flight.slow = true
      }
      flight.sends += 1
      flight.dueAt = now + this.#waitAfter(parcel, flight.sends)
      this.#transmit(parcel.datagram)
    }
    this.#launchWaiting(now)
  }

  #end(because: 'silence' | 'unanswered'): void {
    this.#close()
    this.#out.push({ kind: 'ended', because })
  }

  #close(): void {
    this.#ended = true
    for (const { parcel } of this.#flights) this.#lose(parcel)
    for (const parcel of this.#queue) this.#lose(parcel)
    this.#flights = []
    this.#queue = []
  }

  #lose(parcel: Parcel): void {
    if (parcel.receipt !== undefined) this.#out.push({ kind: 'lost', receipt: parcel.receipt })
  }

  #transmit(datagram: Uint8Array): void {
    this.#out.push({ kind: 'transmit', datagram })
  }
}
