import type { Millis } from '@seekyou/language'
import type { Saying, Visit } from '../visit.ts'
import { fireAndForget } from './fire-and-forget.ts'
import type { Witness } from './witness.ts'

/** Whoever has not acknowledged a packet for so long does not keep others waiting behind it. */
const heldMs = 61_000
/** The first that a process says to somebody whom it has taken over waits for a number: until it is kept, or for so long at the most. */
const numberMs = 501

interface Line {
  /** Since when each of them keeps others waiting. */
  readonly underWay: Map<Saying, Millis>
  emptiedAt: Millis
  since: Millis
}

/** Since when each visitor's line to them has had something under way: what leaves may have waited so long, and no longer. */
export class Backlog implements Witness {
  readonly #lines = new WeakMap<Visit, Line>()
  readonly #withoutNumber = new WeakSet<Visit>()
  /** When a process has taken up a visit, and what it has shown to have taken up with it. */
  readonly #takenUp = new WeakMap<Visit, { readonly at: Millis; readonly sayings: Set<Saying> }>()

  /** Since when something has been under way to this visitor without a pause. */
  since(visit: Visit, now: Millis): Millis {
    return this.#lines.get(visit)?.since ?? now
  }

  visitResumed(visit: Visit, now: Millis): void {
    this.#withoutNumber.add(visit)
    this.#takenUp.set(visit, { at: now, sayings: new Set() })
  }

  said(visit: Visit, saying: Saying, now: Millis): void {
    if (fireAndForget.has(saying.event.name)) return
    if (saying.sends > 1) {
      this.#saidAgain(visit, saying)
      return
    }
    const line = this.#lineTo(visit, now)
    forgetOld(line, now)
    if (line.underWay.size === 0 && line.emptiedAt < now) line.since = now
    line.underWay.set(saying, now)
    if (this.#withoutNumber.delete(visit)) line.since = Math.min(line.since, now - numberMs)
  }

  sayingAcked(visit: Visit, saying: Saying, now: Millis): void {
    const line = this.#lines.get(visit)
    if (!line?.underWay.delete(saying)) return
    forgetOld(line, now)
    if (line.underWay.size === 0) line.emptiedAt = now
  }

  sayingAckedAgain(visit: Visit, saying: Saying, now: Millis): void {
    this.sayingAcked(visit, saying, now)
  }

  /** What a process says again that was said before it began has been under way since it began, even if an ACK came shortly before that. */
  #saidAgain(visit: Visit, saying: Saying): void {
    const takenUp = this.#takenUp.get(visit)
    if (!takenUp || saying.firstAt > takenUp.at || takenUp.sayings.has(saying)) return
    takenUp.sayings.add(saying)
    const line = this.#lineTo(visit, takenUp.at)
    line.since = line.underWay.size === 0 ? takenUp.at : Math.min(line.since, takenUp.at)
    line.underWay.set(saying, takenUp.at)
  }

  #lineTo(visit: Visit, since: Millis): Line {
    const line = this.#lines.get(visit) ?? { underWay: new Map(), emptiedAt: Number.NEGATIVE_INFINITY, since }
    this.#lines.set(visit, line)
    return line
  }
}

function forgetOld({ underWay }: Line, now: Millis): void {
  for (const [saying, since] of underWay) if (since <= now - heldMs && !isAlone(saying)) underWay.delete(saying)
}

/** Behind the reply to a sign-on everything waits, as long as the visit lasts. */
const isAlone = ({ event }: Saying): boolean => event.name === 'signedOn'
