import type { Millis } from '@seekyou/language'

const firstMs = 1_000
const mostMs = 60_000

/** Pauses between attempts to find a road: each about twice as long as the one before, and never the same for two programs. */
export class Pauses {
  readonly #random: () => number
  #attempts = 0

  constructor(random: () => number) {
    this.#random = random
  }

  /** Half to all of a second, doubled with each call since `reset`, at most a minute. */
  next(): Millis {
    const longest = Math.min(firstMs * 2 ** this.#attempts, mostMs)
    this.#attempts += 1
    return Math.ceil(longest * (0.5 + this.#random() / 2))
  }

  reset(): void {
    this.#attempts = 0
  }
}
