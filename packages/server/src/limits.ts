import { type Address, type Ip4, ipOf, isLoopback, type Millis } from '@seekyou/language'

/** How much of everything is allowed. Infinity: as much as anyone likes. */
export interface Limits {
  /** Messages that may wait for one recipient. */
  readonly storedMax: number
  /** Registrations within ten minutes, from one address (the machine's own excepted) and in all. */
  readonly registrationsPerAddress: number
  readonly registrationsInAll: number
}

export const limitsOn: Limits = { storedMax: 100, registrationsPerAddress: 5, registrationsInAll: 30 }

/** For benchmarks on a loopback address only. */
export const limitsOff: Limits = {
  storedMax: Number.MAX_SAFE_INTEGER,
  registrationsPerAddress: Number.POSITIVE_INFINITY,
  registrationsInAll: Number.POSITIVE_INFINITY,
}

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
