/** So many at once, and so many more in each second. */
export interface Allowance {
  readonly burst: number
  readonly perSecond: number
}

/** What is left of an allowance. Times are in milliseconds of any clock that only goes forward. */
export class Tokens {
  readonly #allowance: Allowance
  #left: number
  #at: number

  constructor(allowance: Allowance, now: number) {
    this.#allowance = allowance
    this.#left = allowance.burst
    this.#at = now
  }

  /** Takes one, or says that there is none. */
  take(now: number): boolean {
    const { burst, perSecond } = this.#allowance
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1_000) * perSecond)
    this.#at = now
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
