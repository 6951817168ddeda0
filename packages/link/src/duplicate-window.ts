import type { Millis } from '@seekyou/language'

/** What became of a received packet: never seen, still being worked on, or answered with an ACK. */
export type Seen = 'new' | 'working' | 'acknowledged'

/** A pair that was acknowledged, and the fingerprint of its datagram. */
export interface Answered {
  readonly sequence: number
  readonly code: number
  readonly print: number
}

const slotsMin = 64
const slotsMax = 4_096
const probes = 8

/**
 * Remembers the (sequence, command) pairs of one link. The sequence alone is not enough: Licq numbers 0442 with a number of
 * the server's (docs/protocol/reliability.md). An open hash table in two small arrays, because every packet passes here:
 * neighbouring sequences fall into neighbouring slots, and the table grows only when it would have to forget a pair that is
 * younger than `rememberMs`, up to 4,096 pairs.
 */
export class DuplicateWindow {
  readonly #rememberMs: Millis
  #keys = new Uint32Array(slotsMin)
  /** When the pair was seen, at least 1; negative once it has been acknowledged; 0 in an empty slot. */
  #times = new Float64Array(slotsMin)
  #prints = new Uint32Array(slotsMin)
  #hasStartedOver = false

  constructor(rememberMs: Millis) {
    this.#rememberMs = rememberMs
  }

  /** What is known of this pair; a new one is remembered as being worked on. `print` is the datagram's fingerprint, 32 bits. */
  meet(sequence: number, code: number, now: Millis, print = 0): Seen {
    const slot = this.#find(sequence, code)
    if (this.#isKnown(slot, print)) {
      // Whoever still repeats it must not be forgotten.
      const isAcknowledged = this.#times[slot]! < 0
      this.#times[slot] = isAcknowledged ? -(now + 1) : now + 1
      return isAcknowledged ? 'acknowledged' : 'working'
    }
    if (slot >= 0) this.#put(slot, this.#keys[slot]!, now + 1, print)
    else this.#insert(keyOf(sequence, code), now + 1, print)
    return 'new'
  }

  /** Whether `meet` would find this pair. Changes nothing. */
  knows(sequence: number, code: number, print = 0): boolean {
    return this.#isKnown(this.#find(sequence, code), print)
  }

  /**
   * The other side may have been started anew and come to the same numbers. From here on a pair is known only if its datagram
   * is the same, and these commands are forgotten.
   */
  startOver(codes: ReadonlySet<number>): void {
    this.#hasStartedOver = true
    this.#rebuild(this.#keys.length, (slot) => !codes.has(this.#keys[slot]! & 0xffff))
  }

  /** The pairs that were acknowledged last, the youngest first, at most so many: what another window must know to take over. */
  latest(most: number, now: Millis): Answered[] {
    const slots = Array.from(this.#times.keys()).filter((slot) => this.#times[slot]! < 0)
    const young = slots.filter((slot) => this.#isYoung(-this.#times[slot]!, now))
    young.sort((a, b) => this.#times[a]! - this.#times[b]!)
    return young.slice(0, most).map((slot) => {
      const key = this.#keys[slot]!
      return { sequence: key >>> 16, code: key & 0xffff, print: this.#prints[slot]! }
    })
  }

  /** Takes over a pair that another window knew. */
  takeOver({ sequence, code, print }: Answered, now: Millis): void {
    this.meet(sequence, code, now, print)
    this.acknowledge(sequence, code)
  }

  acknowledge(sequence: number, code: number): void {
    const slot = this.#find(sequence, code)
    if (slot >= 0) this.#times[slot] = -Math.abs(this.#times[slot]!)
  }

  #isKnown(slot: number, print: number): boolean {
    return slot >= 0 && (this.#prints[slot] === print || !this.#hasStartedOver)
  }

  #find(sequence: number, code: number): number {
    const key = keyOf(sequence, code)
    const mask = this.#keys.length - 1
    const home = homeOf(sequence)
    for (let probe = 0; probe < probes; probe++) {
      const slot = (home + probe) & mask
      // Slots never become empty again, so nothing lies behind an empty one.
      if (this.#times[slot] === 0) return -1
      if (this.#keys[slot] === key) return slot
    }
    return -1
  }

  #insert(key: number, time: number, print: number): void {
    const mask = this.#keys.length - 1
    const home = homeOf(key >>> 16)
    let oldest = home & mask
    for (let probe = 0; probe < probes; probe++) {
      const slot = (home + probe) & mask
      if (this.#times[slot] === 0) {
        oldest = slot
        break
      }
      if (Math.abs(this.#times[slot]!) < Math.abs(this.#times[oldest]!)) oldest = slot
    }
    const oldestTime = Math.abs(this.#times[oldest]!)
    if (this.#isYoung(oldestTime, Math.abs(time)) && this.#keys.length < slotsMax) {
      this.#grow(Math.abs(time))
      this.#insert(key, time, print)
      return
    }
    if (oldestTime > Math.abs(time)) return
    this.#put(oldest, key, time, print)
  }

  #put(slot: number, key: number, time: number, print: number): void {
    this.#keys[slot] = key
    this.#times[slot] = time
    this.#prints[slot] = print
  }

  /** Takes along what is still to be remembered, so that nothing old stands in the way of something young. */
  #grow(now: number): void {
    this.#rebuild(this.#keys.length * 2, (slot) => this.#isYoung(Math.abs(this.#times[slot]!), now))
  }

  #rebuild(slots: number, isKept: (slot: number) => boolean): void {
    const keys = this.#keys
    const times = this.#times
    const prints = this.#prints
    const kept = Array.from(keys.keys()).filter((slot) => times[slot] !== 0 && isKept(slot))
    this.#keys = new Uint32Array(slots)
    this.#times = new Float64Array(slots)
    this.#prints = new Uint32Array(slots)
    for (const slot of kept) this.#insert(keys[slot]!, times[slot]!, prints[slot]!)
  }

  #isYoung(time: number, now: number): boolean {
    return time !== 0 && time + this.#rememberMs > now
  }
}

const keyOf = (sequence: number, code: number): number => ((sequence << 16) | code) >>> 0

/** COMPAT Net::ICQ 0.08: numbers advance by 256 (byte order), so the high byte must reach the low bits. */
const homeOf = (sequence: number): number => sequence ^ (sequence >>> 8)
