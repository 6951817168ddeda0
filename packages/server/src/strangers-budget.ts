import { type Address, type Ip4, ipOf, isLoopback, type Millis } from '@seekyou/language'
import type { Limits } from './limits.ts'

const windowMs = 1_000

/**
 * Counts datagrams that belong to no link, in windows of a second. This machine itself is not counted. Its memory is bounded by
 * the limit for all.
 */
export class StrangersBudget {
  readonly #limits: Limits
  #windowEndsAt: Millis = Number.NEGATIVE_INFINITY
  #inAll = 0
  #perAddress = new Map<Ip4, number>()

  constructor(limits: Limits) {
    this.#limits = limits
  }

  get size(): number {
    return this.#perAddress.size
  }

  /** Takes one datagram out of the budget, or says that there is none left. */
  take(address: Address, now: Millis): boolean {
    const { strangersPerSecond, strangersPerAddress } = this.#limits
    const ip = ipOf(address)
    if (isLoopback(ip) || strangersPerSecond === Number.MAX_SAFE_INTEGER) return true
    if (now >= this.#windowEndsAt) {
      this.#windowEndsAt = now + windowMs
      this.#inAll = 0
      this.#perAddress = new Map()
    }
    const count = this.#perAddress.get(ip) ?? 0
    if (this.#inAll >= strangersPerSecond || count >= strangersPerAddress) return false
    this.#inAll += 1
    this.#perAddress.set(ip, count + 1)
    return true
  }
}
