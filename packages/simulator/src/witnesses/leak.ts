import type { Millis } from '@seekyou/language'

/** A bucket that leaks: what is poured in runs out again at an even pace, so that its level tells how much came too fast. */
export class Leak {
  readonly #perMs: number
  #level = 0
  #at: Millis = 0

  /** `perSecond`: how much runs out. */
  constructor(perSecond: number) {
    this.#perMs = perSecond / 1_000
  }

  /** Pours something in and returns the level. */
  pour(amount: number, now: Millis): number {
    this.#level = Math.max(0, this.#level - (now - this.#at) * this.#perMs) + amount
    this.#at = now
    return this.#level
  }
}
