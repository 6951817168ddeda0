import type { Millis } from '@seekyou/language'
import { Schedule } from './schedule.ts'

/** How often something may ask to be woken at one and the same moment before it is taken to run in circles. */
const atOnceMax = 100_000

/** The only clock of a town. Time passes when something is due, and in no time. */
export class VirtualClock {
  readonly #schedule = new Schedule<() => void>()
  #now: Millis = 0

  get now(): Millis {
    return this.#now
  }

  /** When the next thing is due, if any is. */
  get next(): Millis | undefined {
    return this.#schedule.next
  }

  /** Has something done at a time; a time that has passed means: next. */
  at(time: Millis, act: () => void): void {
    if (time < Number.POSITIVE_INFINITY) this.#schedule.put(act, Math.max(time, this.#now))
  }

  after(delay: Millis, act: () => void): void {
    this.at(this.#now + delay, act)
  }

  /** Lets time pass. Throws when it stands still because something wants to be woken again and again. */
  runUntil(time: Millis): void {
    let atOnce = 0
    for (let next = this.#schedule.next; next !== undefined && next <= time; next = this.#schedule.next) {
      atOnce = next === this.#now ? atOnce + 1 : 0
      if (atOnce > atOnceMax) throw new Error(`time stands still at ${next}: something asks to be woken without end`)
      this.#now = next
      this.#schedule.takeDue(next)!()
    }
    this.#now = time
  }
}
