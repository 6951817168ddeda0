import type { Crowd } from './crowd.ts'
import type { Latency } from './load-figures.ts'

/** A steady offer of messages, whatever becomes of them. */
interface Pace {
  start(crowd: Crowd): void
  /** Forgets what has been measured so far. */
  measure(): void
  stop(): void
  readonly shown: (sender: number) => void
  readonly acknowledged: (sender: number) => void
  latency(): Latency
}

/**
 * Lets the users write one after another, `rate` messages a second. Time counts from when a message was due, not from when it
 * was written, so that a pause of the generator is not hidden. It spins, because timers are off by a millisecond.
 */
export function writeAtRate(rate: number, users: number): Pace {
  const everyMs = 1000 / rate
  const dueAt = new Float64Array(users)
  let shownAfter: number[] = []
  let acknowledgedAfter: number[] = []
  let missed = 0
  let isOver = false
  let nextAt = 0
  let sender = 0

  function spin(crowd: Crowd): void {
    if (isOver) return
    for (let now = performance.now(); nextAt <= now; nextAt += everyMs) {
      if (crowd.isFree(sender)) {
        dueAt[sender] = nextAt
        crowd.write(sender, now)
      } else missed += 1
      sender = (sender + 1) % users
    }
    setImmediate(spin, crowd)
  }

  return {
    start(crowd) {
      nextAt = performance.now()
      spin(crowd)
    },
    measure() {
      shownAfter = []
      acknowledgedAfter = []
      missed = 0
    },
    stop() {
      isOver = true
    },
    shown: (one) => shownAfter.push(performance.now() - dueAt[one]!),
    acknowledged: (one) => acknowledgedAfter.push(performance.now() - dueAt[one]!),
    latency: () => ({
      shownP50: percentile(shownAfter, 50),
      shownP99: percentile(shownAfter, 99),
      acknowledgedP50: percentile(acknowledgedAfter, 50),
      acknowledgedP99: percentile(acknowledgedAfter, 99),
      missed,
    }),
  }
}

/** The smallest value that so many percent of all do not exceed. */
function percentile(values: readonly number[], percent: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN
}
