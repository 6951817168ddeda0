import type { Millis } from '@seekyou/language'
import type { VirtualClock } from '@seekyou/simulator'

/** How often something may happen at one and the same moment before it is taken to run in circles. */
const atOnceMax = 10_000
/** How long real things are waited for, and how often one looks for them, in real milliseconds. */
const realMaxMs = 10_000
const realStepMs = 5
/** How much virtual time passes meanwhile in each step. */
const stepMs: Millis = 50

// Taken at once, because tests like to put others in their place.
const { setImmediate: nextTurn, setTimeout: later, performance: realTime } = globalThis

/** Lets virtual time pass, and between any two moments promises go on as far as they can. */
export class Moments {
  readonly #clock: VirtualClock
  readonly #afterEach: () => void

  /** `afterEach` is called after every moment; what it throws ends the waiting. */
  constructor(clock: VirtualClock, afterEach: () => void) {
    this.#clock = clock
    this.#afterEach = afterEach
  }

  /** Lets so many virtual milliseconds pass, in hardly any real time. */
  async pass(milliseconds: Millis): Promise<void> {
    const end = this.#clock.now + milliseconds
    await this.#run(end, () => false)
    this.#reach(end)
    await this.#settle()
  }

  /**
   * Lets time pass until `find` returns something, and returns that. Virtual time comes first; if it brings nothing, something
   * real is awaited, such as a file or a request on a real socket. Throws when that brings nothing either.
   */
  async until<Found>(find: () => Found, withinMs: Millis): Promise<Exclude<Found, false | undefined | null | 0 | ''>> {
    type Wanted = Exclude<Found, false | undefined | null | 0 | ''>
    let found: Found | undefined
    const look = (): boolean => {
      found = find()
      return Boolean(found)
    }
    if (await this.#run(this.#clock.now + withinMs, look)) return found as Wanted
    const giveUpAt = realTime.now() + realMaxMs
    while (realTime.now() < giveUpAt) {
      await new Promise((resolve) => later(resolve, realStepMs))
      const end = this.#clock.now + stepMs
      if (await this.#run(end, look)) return found as Wanted
      this.#reach(end)
    }
    throw new Error(`What was waited for did not happen within ${withinMs} virtual milliseconds: ${find}`)
  }

  /** Goes from moment to moment until `isEnough`, or until nothing is due by `end`. */
  async #run(end: Millis, isEnough: () => boolean): Promise<boolean> {
    let atOnce = 0
    for (;;) {
      await this.#settle()
      if (isEnough()) return true
      const { next, now } = this.#clock
      if (next === undefined || next > end) return false
      atOnce = next === now ? atOnce + 1 : 0
      if (atOnce > atOnceMax) throw new Error(`Time stands still at ${now}: something happens again and again.`)
      this.#clock.runUntil(next)
    }
  }

  #reach(end: Millis): void {
    // Somebody else may have let more time pass meanwhile.
    if (end > this.#clock.now) this.#clock.runUntil(end)
  }

  async #settle(): Promise<void> {
    await new Promise<void>((resolve) => nextTurn(resolve))
    this.#afterEach()
  }
}
