import { type Address, type Ip4, ipOf, isLoopback, type Millis } from '@seekyou/language'

/** How much is allowed in one window of time. `Number.MAX_SAFE_INTEGER` in all: as much as anyone likes. */
export interface Budget {
  readonly windowMs: Millis
  readonly inAll: number
  /** From one address, whatever the port. */
  readonly perAddress: number
}

/** Counts something by address in windows of time. The machine itself is not counted. Its memory is bounded by what is allowed in all. */
export class AddressBudget {
  readonly #budget: Budget
  #windowEndsAt: Millis = Number.NEGATIVE_INFINITY
  #inAll = 0
  #perAddress = new Map<Ip4, number>()

  constructor(budget: Budget) {
    this.#budget = budget
  }

  get size(): number {
    return this.#perAddress.size
  }

  /** Takes one out of the budget, or says that there is none left. */
  take(address: Address, now: Millis): boolean {
    const { windowMs, inAll, perAddress } = this.#budget
    const ip = ipOf(address)
    if (isLoopback(ip) || inAll === Number.MAX_SAFE_INTEGER) return true
    if (now >= this.#windowEndsAt) {
      this.#windowEndsAt = now + windowMs
      this.#inAll = 0
      this.#perAddress = new Map()
    }
    const count = this.#perAddress.get(ip) ?? 0
    if (this.#inAll >= inAll || count >= perAddress) return false
    this.#inAll += 1
    this.#perAddress.set(ip, count + 1)
    return true
  }
}
