import { type Address, type Ip4, ipOf, isLoopback, type Millis } from '@seekyou/language'
import type { Limits } from './limits.ts'

const windowMs = 600_000

/** Counts registrations in windows of ten minutes. Its memory is bounded by the limit for all. */
export class RegistrationBudget {
  readonly #limits: Limits
  #windowEndsAt: Millis = Number.NEGATIVE_INFINITY
  #inAll = 0
  #perAddress = new Map<Ip4, number>()

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Takes one registration out of the budget, or says that there is none left. */
  take(address: Address, now: Millis): boolean {
    const ip = ipOf(address)
    if (isLoopback(ip)) return true
    if (now >= this.#windowEndsAt) {
      this.#windowEndsAt = now + windowMs
      this.#inAll = 0
      this.#perAddress = new Map()
    }
    const count = this.#perAddress.get(ip) ?? 0
    if (this.#inAll >= this.#limits.registrationsInAll || count >= this.#limits.registrationsPerAddress) return false
    this.#inAll += 1
    this.#perAddress.set(ip, count + 1)
    return true
  }
}
