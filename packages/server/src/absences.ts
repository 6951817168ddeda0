import type { Millis, Uin } from '@seekyou/language'

/** How long somebody whose client was sent away to sign on anew is shown as if they were here, in milliseconds. */
const absenceMs = 10_000
/** How many may be away at a time. */
const absentMax = 10_000

/**
 * Users whose clients have been told to sign on anew. Their watchers notice nothing, if they are back in time. All are given
 * the same time, so whoever left first is due first.
 */
export class Absences {
  readonly #until = new Map<Uin, Millis>()

  get wakeAt(): Millis | undefined {
    return this.#until.size === 0 ? undefined : this.#until.values().next().value
  }

  begin(uin: Uin, now: Millis): void {
    this.#until.delete(uin)
    this.#until.set(uin, now + absenceMs)
  }

  /** The user has come back. */
  end(uin: Uin): void {
    this.#until.delete(uin)
  }

  /** Somebody who has not come back in time, or must make room. */
  takeDue(now: Millis): Uin | undefined {
    const [first] = this.#until
    if (!first) return undefined
    const [uin, until] = first
    if (until > now && this.#until.size <= absentMax) return undefined
    this.#until.delete(uin)
    return uin
  }
}
