import type { Millis } from '@seekyou/language'
import type { Saying, Visit } from '../visit.ts'
import { fireAndForget } from './fire-and-forget.ts'
import type { Witness } from './witness.ts'

/** Whoever has not acknowledged a packet for so long does not keep others waiting behind it. */
const heldMs = 61_000
/** The first that a process says to somebody whom it has taken over waits for a number: until it is kept, or for so long at the most. */
const numberMs = 501

interface Line {
  underWay: Saying[]
  emptiedAt: Millis
  since: Millis
}

/** Since when each visitor's line to them has had something under way: what leaves may have waited so long, and no longer. */
export class Backlog implements Witness {
  readonly #lines = new WeakMap<Visit, Line>()
  readonly #withoutNumber = new WeakSet<Visit>()

  /** Since when something has been under way to this visitor without a pause. */
  since(visit: Visit, now: Millis): Millis {
    return this.#lines.get(visit)?.since ?? now
  }

  visitResumed(visit: Visit): void {
    this.#withoutNumber.add(visit)
  }

  said(visit: Visit, saying: Saying, now: Millis): void {
    if (fireAndForget.has(saying.event.name) || saying.sends > 1) return
    const line = this.#lines.get(visit) ?? { underWay: [], emptiedAt: Number.NEGATIVE_INFINITY, since: now }
    this.#lines.set(visit, line)
    line.underWay = line.underWay.filter(({ ackedAt, firstAt }) => ackedAt === undefined && firstAt > now - heldMs)
    if (line.underWay.length === 0 && line.emptiedAt < now) line.since = now
    line.underWay.push(saying)
    if (this.#withoutNumber.delete(visit)) line.since = Math.min(line.since, now - numberMs)
  }

  sayingAcked(visit: Visit, saying: Saying, now: Millis): void {
    const line = this.#lines.get(visit)
    if (!line) return
    line.underWay = line.underWay.filter((other) => other !== saying && other.firstAt > now - heldMs)
    if (line.underWay.length === 0) line.emptiedAt = now
  }
}
