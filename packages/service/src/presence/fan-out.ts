import type { Event, Millis, Uin } from '@seekyou/language'
import type { Told } from '../told.ts'
import { NewsPace } from './news-pace.ts'
import type { Present } from './present.ts'

/** How many watchers are told in one call; the others follow soon. */
export const toldAtOnceMax = 250
const soonMs = 5

/** Says what a watcher is to hear about a user at this moment, and that it is heard. */
type Reconcile = (uin: Uin, watcher: Present) => Event | undefined

/** Watchers of one user who are told one after another. */
interface Round {
  readonly watchers: Iterator<Present, undefined>
  isPaid: boolean
}

/**
 * Brings news about users to their watchers: each user's at their own pace, and a few hundred watchers in one call. What is told
 * is decided when it is told, so that several changes become one.
 */
export class FanOut {
  readonly #pace: NewsPace
  readonly #reconcile: Reconcile
  readonly #watchersOf: (uin: Uin) => Iterable<Present>
  /** At most one for each user, the oldest first. */
  readonly #rounds = new Map<Uin, Round>()
  #goesOnAt: Millis = 0
  /** How often news had to wait for the user's pace. */
  putOff = 0

  constructor(everyMs: Millis, watchersOf: (uin: Uin) => Iterable<Present>, reconcile: Reconcile) {
    this.#pace = new NewsPace(everyMs)
    this.#watchersOf = watchersOf
    this.#reconcile = reconcile
  }

  /** Call `due` then; earlier calls are harmless. Undefined: nothing is put off. */
  get wakeAt(): Millis | undefined {
    const waiting = this.#pace.wakeAt
    if (this.#rounds.size === 0) return waiting
    return waiting === undefined ? this.#goesOnAt : Math.min(waiting, this.#goesOnAt)
  }

  /** A user has changed: the first watchers are told, or all of them later. `urgent` has been told before, whatever the pace. */
  publish(uin: Uin, now: Millis, urgent: readonly Told[]): Told[] {
    const isFree = this.#pace.isFree(uin, now)
    if (urgent.length > 0) this.#pace.spend(uin, now)
    const told = [...urgent]
    if (isFree) this.#begin(uin, now, told)
    else {
      this.putOff += 1
      this.#pace.wait(uin)
    }
    return told
  }

  /** The news whose time has come. */
  due(now: Millis): Told[] {
    const told: Told[] = []
    for (let uin = this.#pace.takeDue(now); uin !== undefined; uin = this.#pace.takeDue(now)) this.#plan(uin, false)
    for (const [uin, round] of this.#rounds) {
      if (told.length >= toldAtOnceMax) break
      this.#goOn(uin, round, told, now)
    }
    this.#goesOnAt = now + soonMs
    return told
  }

  #begin(uin: Uin, now: Millis, told: Told[]): void {
    if (this.#rounds.size === 0) this.#goesOnAt = now + soonMs
    this.#goOn(uin, this.#plan(uin, told.length > 0), told, now)
  }

  /** A later round of the same user takes the place of an earlier one, which had nothing else to tell. */
  #plan(uin: Uin, isPaid: boolean): Round {
    const round: Round = { watchers: this.#watchersOf(uin)[Symbol.iterator](), isPaid }
    this.#rounds.set(uin, round)
    return round
  }

  #goOn(uin: Uin, round: Round, told: Told[], now: Millis): void {
    while (told.length < toldAtOnceMax) {
      const { done, value: watcher } = round.watchers.next()
      if (done) {
        this.#rounds.delete(uin)
        return
      }
      const event = this.#reconcile(uin, watcher)
      if (!event) continue
      told.push({ to: watcher.uin, event })
      if (!round.isPaid) this.#pace.spend(uin, now)
      round.isPaid = true
    }
  }
}
