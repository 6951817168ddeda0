import type { Millis } from '@seekyou/language'

/** How much is allowed of something that is counted in any unit. */
export interface Rate {
  /** At once, after a long rest. */
  readonly burst: number
  /** From then on. Greater than 0. */
  readonly perSecond: number
}

/**
 * An allowance that fills up steadily. All that must be remembered is when it will be full again (the “generic cell rate
 * algorithm” of ITU-T I.371), because there is one for each guest and each limit.
 */
export class Bucket {
  readonly #rate: Rate
  #fullAt: Millis = Number.NEGATIVE_INFINITY

  constructor(rate: Rate) {
    this.#rate = rate
  }

  /** Whether so much is there. More than the whole burst is when the bucket is full. */
  has(amount: number, now: Millis): boolean {
    return now >= this.#fullAt || now >= this.readyAt(amount)
  }

  /** Takes so much if it is there. */
  take(amount: number, now: Millis): boolean {
    if (!this.has(amount, now)) return false
    this.spend(amount, now)
    return true
  }

  /** Takes so much even if it is not there. */
  spend(amount: number, now: Millis): void {
    this.#fullAt = Math.max(this.#fullAt, now) + (amount * 1_000) / this.#rate.perSecond
  }

  /** When so much can be taken, if nobody takes anything before. */
  readyAt(amount: number): Millis {
    const { burst, perSecond } = this.#rate
    return this.#fullAt - (Math.max(0, burst - amount) * 1_000) / perSecond
  }
}
