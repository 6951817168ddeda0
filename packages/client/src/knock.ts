import type { Millis } from '@seekyou/language'

const everyMs = 10_000
const sendsMax = 6

/**
 * A datagram that is sent unchanged until it is answered: signing on and registering come before there is a link. Six times,
 * ten seconds apart, as the original client did (docs/protocol/reliability.md). The server knows a repetition by its bytes.
 */
export class Knock {
  readonly datagram: Uint8Array
  /** The mark that the answer repeats. */
  readonly request: number
  #sends = 1
  #dueAt: Millis

  constructor(datagram: Uint8Array, request: number, now: Millis) {
    this.datagram = datagram
    this.request = request
    this.#dueAt = now + everyMs
  }

  get dueAt(): Millis {
    return this.#dueAt
  }

  /** To be called when due: true when the datagram is to be sent again, false when nobody answers. */
  again(now: Millis): boolean {
    if (this.#sends >= sendsMax) return false
    this.#sends += 1
    this.#dueAt = now + everyMs
    return true
  }
}
