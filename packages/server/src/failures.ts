import type { Millis, Uin } from '@seekyou/language'
import type { Limits } from './limits.ts'

/** For how many numbers failures are remembered; the oldest are forgotten first. */
export const failuresMax = 32_768

/**
 * Wrong passwords for each number: `signOnFailures` at once, then one more each `signOnFailureEveryMs`. A number that nobody has
 * is treated like any other. One figure is kept for each: when all its failures will be forgotten.
 */
export class Failures {
  readonly #limits: Limits
  readonly #forgottenAt = new Map<Uin, Millis>()

  constructor(limits: Limits) {
    this.#limits = limits
  }

  get size(): number {
    return this.#forgottenAt.size
  }

  /** Whether there were any of late. */
  has(uin: Uin, now: Millis): boolean {
    const at = this.#forgottenAt.get(uin)
    return at !== undefined && at > now
  }

  /** Counts a check as failed before it begins, or says that there must be no more; `giveBack` when it did not fail. */
  take(uin: Uin, now: Millis): boolean {
    const { signOnFailures, signOnFailureEveryMs } = this.#limits
    const from = Math.max(this.#forgottenAt.get(uin) ?? 0, now)
    if (from - now > (signOnFailures - 1) * signOnFailureEveryMs) return false
    this.#forgottenAt.delete(uin)
    this.#forgottenAt.set(uin, from + signOnFailureEveryMs)
    if (this.#forgottenAt.size > failuresMax) this.#forgottenAt.delete(this.#forgottenAt.keys().next().value!)
    return true
  }

  giveBack(uin: Uin, now: Millis): void {
    const at = this.#forgottenAt.get(uin)
    if (at === undefined) return
    const before = at - this.#limits.signOnFailureEveryMs
    if (before > now) this.#forgottenAt.set(uin, before)
    else this.#forgottenAt.delete(uin)
  }
}
