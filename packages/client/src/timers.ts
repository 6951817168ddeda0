import type { Millis } from '@seekyou/language'

/** When the first of several wants to be woken; undefined when none does. */
export function earliest(sleepers: Iterable<{ readonly wakeAt: Millis | undefined }>): Millis | undefined {
  let first: Millis | undefined
  for (const { wakeAt } of sleepers) if (wakeAt !== undefined && (first === undefined || wakeAt < first)) first = wakeAt
  return first
}

/** What is to happen when, one time for each reason. */
export class Timers<Reason extends string> {
  readonly #times = new Map<Reason, Millis>()

  get next(): Millis | undefined {
    let next: Millis | undefined
    for (const at of this.#times.values()) if (next === undefined || at < next) next = at
    return next
  }

  has(reason: Reason): boolean {
    return this.#times.has(reason)
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
