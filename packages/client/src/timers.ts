import type { Millis } from '@seekyou/language'

/** What is to happen when, one time for each reason. */
export class Timers<Reason extends string> {
  readonly #times = new Map<Reason, Millis>()

  get next(): Millis | undefined {
    let next: Millis | undefined
    for (const at of this.#times.values()) if (next === undefined || at < next) next = at
    return next
  }

  set(reason: Reason, at: Millis): void {
    this.#times.set(reason, at)
  }

  clear(reason: Reason): void {
    this.#times.delete(reason)
  }

  clearAll(): void {
    this.#times.clear()
  }

  /** Removes and returns the reason that has been due for longest, or undefined. */
  takeDue(now: Millis): Reason | undefined {
    let due: Reason | undefined
    let dueAt = now
    for (const [reason, at] of this.#times) {
      if (at > now || (due !== undefined && at >= dueAt)) continue
      due = reason
      dueAt = at
    }
    if (due !== undefined) this.#times.delete(due)
    return due
  }
}
