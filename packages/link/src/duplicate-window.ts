import type { Millis } from '@seekyou/language'

/** What became of a received packet: never seen, still being worked on, or answered with an ACK. */
export type Seen = 'new' | 'working' | 'acknowledged'

/** A pair that was acknowledged, and the fingerprint of its datagram. */
export interface Answered {
  readonly sequence: number
  readonly code: number
  readonly print: number
}

const slotsMin = 8
const slotsMax = 4_096
const probes = 8

/** A slot is three numbers: the pair, when it was seen, and the fingerprint of its datagram. */
const slotSize = 3
const [timeAt, printAt] = [1, 2]

/**
 * Remembers the (sequence, command) pairs of one link, and by what datagram each was said last: a repetition is the same, byte for byte. The sequence alone
 * is not enough: Licq numbers 0442 with a number of the server's. The pair alone is not enough either: a program that was started
 * anew comes to the same numbers (docs/protocol/reliability.md). An open hash table in one array, because every packet passes here, and because
 * most of a million links are quiet: it grows from 8 pairs only when it would have to forget one that is younger than
 * `rememberMs`, up to 4,096.
 */
export class DuplicateWindow {
  readonly #rememberMs: Millis
  /**
   * Nothing but numbers and no holes, so that each takes eight bytes. A time is above 0, negative once the pair has been
   * acknowledged, and 0 in an empty slot.
   */
  #table = emptyTable(slotsMin)

  constructor(rememberMs: Millis) {
    this.#rememberMs = rememberMs
  }

  /** What is known of a datagram; a new one is remembered as being worked on. `print` is its fingerprint, 32 bits. */
  meet(sequence: number, code: number, now: Millis, print = 0): Seen {
    const at = this.#find(sequence, code)
    if (this.#isKnown(at, print)) {
      // Whoever still repeats it must not be forgotten.
      const isAcknowledged = this.#table[at + timeAt]! < 0
      this.#table[at + timeAt] = isAcknowledged ? -(now + 1) : now + 1
      return isAcknowledged ? 'acknowledged' : 'working'
    }
    if (at >= 0) this.#put(at, this.#table[at]!, now + 1, print)
    else this.#insert(keyOf(sequence, code), now + 1, print)
    return 'new'
  }

  /** Whether `meet` would find this datagram. Changes nothing. */
  knows(sequence: number, code: number, print = 0): boolean {
    return this.#isKnown(this.#find(sequence, code), print)
  }

  /** The other side may have been started anew and say the same once more: these commands are forgotten. */
  startOver(codes: ReadonlySet<number>): void {
    this.#rebuild(this.#table.length / slotSize, (at) => !codes.has(this.#table[at]! & 0xffff))
  }

  /** The pairs that were acknowledged last, the youngest first, at most so many: what another window must know to take over. */
  latest(most: number, now: Millis): Answered[] {
    const table = this.#table
    const young: number[] = []
    for (let at = 0; at < table.length; at += slotSize) if (this.#isYoung(-table[at + timeAt]!, now)) young.push(at)
    // Times of what was acknowledged are negative.
    young.sort((a, b) => table[a + timeAt]! - table[b + timeAt]!)
    if (young.length > most) young.length = most
    return young.map((at) => {
      const key = table[at]!
      return { sequence: key >>> 16, code: key & 0xffff, print: table[at + printAt]! }
    })
  }

  /** Takes over what another window knew, the youngest first. The order stays: a third window must get the youngest of them. */
  takeOver(answered: readonly Answered[], now: Millis): void {
    for (const [index, { sequence, code, print }] of answered.entries()) {
      this.meet(sequence, code, now - index / answered.length, print)
      this.acknowledge(sequence, code)
    }
  }

  acknowledge(sequence: number, code: number): void {
    const at = this.#find(sequence, code)
    if (at >= 0) this.#table[at + timeAt] = -Math.abs(this.#table[at + timeAt]!)
  }

  #isKnown(at: number, print: number): boolean {
    return at >= 0 && this.#table[at + printAt] === print
  }

  /** Where in the table the slot of this pair begins, or −1. */
  #find(sequence: number, code: number): number {
    const table = this.#table
    const { length } = table
    const key = keyOf(sequence, code)
    let at = homeOf(sequence, length)
    for (let probe = 0; probe < probes; probe++) {
      // Slots never become empty again, so nothing lies behind an empty one.
      if (table[at + timeAt] === 0) return -1
      if (table[at] === key) return at
      at = next(at, length)
    }
    return -1
  }

  #insert(key: number, time: number, print: number): void {
    const table = this.#table
    const { length } = table
    let at = homeOf(key >>> 16, length)
    let oldest = at
    for (let probe = 0; probe < probes; probe++) {
      if (Math.abs(table[at + timeAt]!) < Math.abs(table[oldest + timeAt]!)) oldest = at
      if (table[oldest + timeAt] === 0) break
      at = next(at, length)
    }
    const oldestTime = Math.abs(table[oldest + timeAt]!)
    if (this.#isYoung(oldestTime, Math.abs(time)) && length < slotsMax * slotSize) {
      this.#grow(Math.abs(time))
      this.#insert(key, time, print)
      return
    }
    if (oldestTime > Math.abs(time)) return
    this.#put(oldest, key, time, print)
  }

  #put(at: number, key: number, time: number, print: number): void {
    this.#table[at] = key
    this.#table[at + timeAt] = time
    this.#table[at + printAt] = print
  }

  /** Takes along what is still to be remembered, so that nothing old stands in the way of something young. */
  #grow(now: number): void {
    const table = this.#table
    this.#rebuild((2 * table.length) / slotSize, (at) => this.#isYoung(Math.abs(table[at + timeAt]!), now))
  }

  #rebuild(slots: number, isKept: (at: number) => boolean): void {
    const former = this.#table
    const kept = slotsOf(former).filter((at) => former[at + timeAt] !== 0 && isKept(at))
    this.#table = emptyTable(slots)
    for (const at of kept) this.#insert(former[at]!, former[at + timeAt]!, former[at + printAt]!)
  }

  #isYoung(time: number, now: number): boolean {
    return time > 0 && time + this.#rememberMs > now
  }
}

const emptyTable = (slots: number): number[] => Array.from({ length: slots * slotSize }, () => 0)

/** Where each slot of a table begins. */
const slotsOf = ({ length }: readonly number[]): number[] =>
  Array.from({ length: length / slotSize }, (_, slot) => slot * slotSize)

const keyOf = (sequence: number, code: number): number => ((sequence << 16) | code) >>> 0

/**
 * Where the first slot for this sequence begins in a table of `length` numbers. Scattered (Knuth, TAOCP 3, 6.4), because sequences come in runs,
 * and runs that lay upon each other would leave no slot free, however large the table: numbers that go on far away, and
 * COMPAT Net::ICQ 0.08: numbers that advance by 256 (byte order).
 */
const homeOf = (sequence: number, length: number): number =>
  ((Math.imul(sequence, 0x9e37_79b1) >>> 16) & (length / slotSize - 1)) * slotSize

const next = (at: number, length: number): number => (at + slotSize === length ? 0 : at + slotSize)
