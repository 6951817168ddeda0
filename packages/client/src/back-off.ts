import type { Millis } from '@seekyou/language'

/** Pauses between attempts: each about twice as long as the one before, and never the same for two clients. */
export class BackOff {
  readonly #random: () => number
  #attempts = 0

  constructor(random: () => number) {
    this.#random = random
  }

  /** How long to wait: half to all of `first`, doubled with each attempt since `reset`, at most `most`. */
  pause(first: Millis, most: Millis): Millis {
    const longest = Math.min(first * 2 ** this.#attempts, most)
    this.#attempts += 1
    return Math.ceil(longest * (0.5 + this.#random() / 2))
  }

  /** True when nothing has gone wrong since `reset`. */
  get isFresh(): boolean {
    return this.#attempts === 0
  }

  reset(): void {
    this.#attempts = 0
  }
}
