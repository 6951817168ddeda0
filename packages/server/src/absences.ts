import type { Millis, Uin } from '@seekyou/language'
import type { House } from './house.ts'

/** How long somebody whose client was sent away to sign on anew is shown as if they were here, in milliseconds. */
export const sentAwayMs = 10_000
/** How long somebody whose browser has lost its WebSocket is, in milliseconds. */
export const goneMs = 60_000
/** How many may be away at a time. */
const absentMax = 10_000

/**
 * Users without a link who are expected back: their watchers notice nothing, if they are back in time. All are given the same time, in
 * milliseconds, so whoever left first is due first.
 */
export class Absences {
  readonly #absenceMs: Millis
  readonly #until = new Map<Uin, Millis>()

  constructor(absenceMs: Millis) {
    this.#absenceMs = absenceMs
  }

  get wakeAt(): Millis | undefined {
    return this.#until.size === 0 ? undefined : this.#until.values().next().value
  }

  /** Everybody who is absent. */
  get all(): Iterable<Uin> {
    return this.#until.keys()
  }

  begin(uin: Uin, now: Millis): void {
    this.#until.delete(uin)
    this.#until.set(uin, now + this.#absenceMs)
  }

  /** The user has come back, or is waited for no longer. False: they were not absent. */
  end(uin: Uin): boolean {
    return this.#until.delete(uin)
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

/** The user has signed on, or is waited for no longer. False: they were not absent. */
export function noLongerAbsent({ absences }: Pick<House, 'absences'>, uin: Uin): boolean {
  const [wasSentAway, wasGone] = [absences.sentAway.end(uin), absences.gone.end(uin)]
  return wasSentAway || wasGone
}
