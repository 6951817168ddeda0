// One reliable conversation between two addresses: numbers, acknowledgements, resends, duplicates, silence. It knows no
// packet and no user; what a frame means and when a command is safe to acknowledge is for others to say.
import type { Machine, Millis } from '@seekyou/language'
import type { Frame } from '@seekyou/wire'
import { Bucket } from './bucket.ts'
import { type Answered, DuplicateWindow } from './duplicate-window.ts'
import { fingerprintOf } from './fingerprint.ts'
import { type Flight, newFlight } from './flight.ts'
import type { LinkManners } from './manners.ts'
import type { LinkFraming, LinkInput, LinkOutcome, Parcel } from './turns.ts'

/** What a link must know to go on where another one between the same two addresses ended without a word. */
export interface LinkMemory {
  /** What was acknowledged lately, so that a repetition is known; the youngest first. */
  readonly answered: readonly Answered[]
  /** What is on its way, under the numbers by which the other side may know it already. */
  readonly underWay: readonly { readonly sequence: number; readonly parcel: Parcel }[]
  /** What has no number yet. */
  readonly waiting: readonly Parcel[]
}

/** How many repetitions another link would know. Clients repeat what they said last. */
const answeredMax = 64

const none: LinkOutcome[] = []
/** What follows from the input that is being handled; no link hands anything to another. One for all: a field costs a quiet link memory. */
let out = none

export class Link implements Machine<LinkInput, LinkOutcome> {
  readonly #framing: LinkFraming
  readonly #manners: LinkManners
  readonly #seen: DuplicateWindow
  readonly #bytes: Bucket | undefined
  /** Until when nothing leaves that counts against `bytesPerSecond`; undefined when nothing waits for that. */
  #stalledUntil: Millis | undefined
  #nextSequence: number
  #numbersLeft: number
  #heardAt: Millis
  #flights: Flight[] = []
  #queue: Parcel[] = []
  #ended = false

  /**
   * `firstSequence` is the number of the first datagram that this side sends; `numbers`, how many it may use until more are
   * granted (`grant`).
   */
  constructor(
    framing: LinkFraming,
    manners: LinkManners,
    now: Millis,
    firstSequence = 0,
    numbers = Number.POSITIVE_INFINITY,
  ) {
    this.#framing = framing
    this.#manners = manners
    this.#seen = new DuplicateWindow(manners.rememberMs)
    const { bytesPerSecond } = manners
    if (bytesPerSecond !== undefined) this.#bytes = new Bucket({ burst: bytesPerSecond, perSecond: bytesPerSecond })
    this.#heardAt = now
    this.#nextSequence = firstSequence
    this.#numbersLeft = numbers
  }

  get nextSequence(): number {
    return this.#nextSequence
  }

  /** When something came from the other side last. */
  get heardAt(): Millis {
    return this.#heardAt
  }

  /** How many numbers may be used until more are granted. Without any, nothing new leaves that must be acknowledged. */
  get numbersLeft(): number {
    return this.#numbersLeft
  }

  /** True when nothing is on its way. */
  get isIdle(): boolean {
    return this.#flights.length === 0
  }

  get wakeAt(): Millis | undefined {
    if (this.#ended) return undefined
    let at = this.#heardAt + this.#manners.silenceMs
    if (this.#stalledUntil === undefined) {
      for (const flight of this.#flights) if (flight.dueAt < at) at = flight.dueAt
    } else if (this.#stalledUntil < at) at = this.#stalledUntil
    return at === Number.POSITIVE_INFINITY ? undefined : at
  }

  /** The receipts of everything that is on its way or waits to be. */
  *receipts(): Iterable<unknown> {
    for (const { parcel } of this.#flights) if (parcel.receipt !== undefined) yield parcel.receipt
    for (const { receipt } of this.#queue) if (receipt !== undefined) yield receipt
  }

  /** What another link would have to know to go on from here. */
  memory(now: Millis): LinkMemory {
    return {
      answered: this.#seen.latest(answeredMax, now),
      underWay: this.#flights.map(({ sequence, parcel }) => ({ sequence, parcel })),
      waiting: this.#queue,
    }
  }

  /** Goes on where another link ended: what was on its way is sent again after its usual wait, under the numbers it had. */
  takeUp({ answered, underWay, waiting }: LinkMemory, now: Millis): void {
    this.#seen.takeOver(answered, now)
    for (const { sequence, parcel } of underWay)
      this.#flights.push(newFlight(sequence, parcel, now, this.#waitAfter(parcel, 1)))
    this.#queue.push(...waiting)
  }

  /** True when a received frame is no news: an acknowledgement, or a repetition. Changes nothing. */
  knows({ sequence, code, bytes }: Frame): boolean {
    return code === this.#manners.ackCode || this.#seen.knows(sequence, code, fingerprintOf(bytes) >>> 0)
  }

  handle(input: LinkInput, now: Millis): readonly LinkOutcome[] {
    const outcomes: LinkOutcome[] = []
    out = outcomes
    if (!this.#ended) this.#take(input, now)
    else if (input.kind === 'send') this.#lose(input.parcel)
    // A quiet link must not hold what it sent last: the datagram is a view of 64 KiB that could not be freed.
    out = none
    return outcomes
  }

  #take(input: LinkInput, now: Millis): void {
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
      case 'grant':
        this.#numbersLeft = input.numbers + (input.from === undefined ? this.#numbersLeft : 0)
        this.#nextSequence = input.from ?? this.#nextSequence
        this.#launchWaiting(now)
        break
      case 'resend':
        for (const flight of this.#flights) flight.waits = true
        this.#launchWaiting(now)
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
  }

  #receive(frame: Frame, now: Millis): void {
    this.#heardAt = now
    if (frame.code === this.#manners.ackCode) {
      this.#settle(frame.sequence, now)
      return
    }
    const seen = this.#seen.meet(frame.sequence, frame.code, now, fingerprintOf(frame.bytes) >>> 0)
    if (seen === 'new') out.push({ kind: 'deliver', frame })
    else if (seen === 'acknowledged') this.#transmit(this.#framing.ack(frame.sequence))
  }

  /** Acknowledgements of unknown numbers are normal: some clients send each of theirs six times. */
  #settle(sequence: number, now: Millis): void {
    const index = this.#flights.findIndex((flight) => flight.sequence === sequence)
    if (index < 0) return
    const { parcel } = this.#flights[index]!
    if (this.#flights.length === 1) this.#flights.pop()
    else this.#flights.splice(index, 1)
    if (parcel.receipt !== undefined) out.push({ kind: 'acknowledged', receipt: parcel.receipt })
    this.#launchWaiting(now)
  }

  #send(parcel: Parcel, now: Millis): void {
    if (parcel.patience === 'once') {
      this.#bytes?.spend(parcel.datagram.length, now)
      this.#framing.renumber(parcel.datagram, this.#takeSequence())
      this.#transmit(parcel.datagram)
      return
    }
    if (parcel.supersedes) this.#queue = this.#queue.filter(({ lane }) => lane !== parcel.lane)
    if (this.#queue.length + this.#flights.length >= this.#manners.queueMax) {
      this.#lose(parcel)
      return
    }
    const isFirst = this.#queue.length === 0 && this.#stalledUntil === undefined
    if (isFirst && this.#mayLaunch(parcel) && this.#maySpend(parcel, now)) this.#launch(parcel, now)
    else {
      this.#queue.push(parcel)
      this.#launchWaiting(now)
    }
  }

  /** Sends whatever may leave, what is to be sent again first. */
  #launchWaiting(now: Millis): void {
    if (this.#stalledUntil !== undefined && now < this.#stalledUntil) return
    this.#stalledUntil = undefined
    for (const flight of this.#flights) {
      if (!flight.waits) continue
      if (!this.#maySpend(flight.parcel, now)) return
      this.#sendAgain(flight, now)
    }
    for (let index = 0; index < this.#queue.length && this.#hasRoom(); ) {
      const parcel = this.#queue[index]!
      if (!this.#mayLaunch(parcel) || this.#isOvertaking(index)) index += 1
      else if (this.#maySpend(parcel, now)) {
        this.#queue.splice(index, 1)
        this.#launch(parcel, now)
      } else return
    }
  }

  /** Whoever comes first goes first: a small parcel does not overtake a large one that has to wait. */
  #maySpend({ datagram: { length } }: Parcel, now: Millis): boolean {
    if (!this.#bytes || this.#bytes.take(length, now)) return true
    this.#stalledUntil = this.#bytes.readyAt(length)
    out.push({ kind: 'stalled' })
    return false
  }

  #hasRoom(): boolean {
    if (this.#numbersLeft <= 0) return false
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
    this.#flights.push(newFlight(sequence, parcel, now, this.#waitAfter(parcel, 1)))
    this.#transmit(parcel.datagram)
  }

  #sendAgain(flight: Flight, now: Millis): void {
    flight.waits = false
    if (flight.dueAt === Number.POSITIVE_INFINITY) flight.dueAt = now + this.#waitAfter(flight.parcel, flight.sends)
    this.#transmit(flight.parcel.datagram)
  }

  #takeSequence(): number {
    let sequence = this.#nextSequence
    // Nobody could tell whom an ACK is for if a number that is still on its way were given to another parcel.
    while (this.#isOnItsWay(sequence)) sequence = (sequence + 1) & 0xffff
    this.#numbersLeft -= ((sequence - this.#nextSequence) & 0xffff) + 1
    this.#nextSequence = (sequence + 1) & 0xffff
    return sequence
  }

  #isOnItsWay(sequence: number): boolean {
    for (const flight of this.#flights) if (flight.sequence === sequence) return true
    return false
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
    if (this.#stalledUntil !== undefined && now < this.#stalledUntil) return
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
      flight.dueAt = Number.POSITIVE_INFINITY
      flight.waits = true
    }
    this.#launchWaiting(now)
  }

  #end(because: 'silence' | 'unanswered'): void {
    this.#close()
    out.push({ kind: 'ended', because })
  }

  #close(): void {
    this.#ended = true
    for (const { parcel } of this.#flights) this.#lose(parcel)
    for (const parcel of this.#queue) this.#lose(parcel)
    this.#flights = []
    this.#queue = []
  }

  #lose(parcel: Parcel): void {
    if (parcel.receipt !== undefined) out.push({ kind: 'lost', receipt: parcel.receipt })
  }

  #transmit(datagram: Uint8Array): void {
    out.push({ kind: 'transmit', datagram })
  }
}
