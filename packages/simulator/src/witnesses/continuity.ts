import { isWeb, type Millis, type Uin } from '@seekyou/language'
import type { Saying, Visit } from '../visit.ts'
import type { Register } from './register.ts'
import type { Complain, Witness } from './witness.ts'

/** A link falls silent after so long. */
const silenceMs = 400_000

/**
 * A restart logs nobody out, and clients notice nothing but a pause (promises: G8). Whoever was answered is known to the next
 * process, unless the store was in trouble, the server was down for longer than a link may be silent, or the operator has shut
 * somebody out. And no number stands for two packets, or a client would take news for a repetition.
 */
export class Continuity implements Witness {
  readonly #server: { readonly pauseMs: Millis }
  readonly #register: Register
  readonly #complain: Complain
  /** When the operator shut somebody out. */
  readonly #shutOutAt = new Map<Uin, Millis>()
  #resumed = 0
  #forgotten = 0

  /** `server.pauseMs`: how long the store had not heard of any process when the last one began, by the clock of the machine. */
  constructor(server: { readonly pauseMs: Millis }, register: Register, complain: Complain) {
    this.#server = server
    this.#register = register
    this.#complain = complain
  }

  /** How many visits have gone on with another process. */
  get resumed(): number {
    return this.#resumed
  }

  /** How many visits had an excuse for not going on. */
  get forgotten(): number {
    return this.#forgotten
  }

  accountChanged(uin: Uin, byOperator: boolean, now: Millis): void {
    const record = this.#register.record(uin)
    if (byOperator && (!record || record.account.isBanned)) this.#shutOutAt.set(uin, now)
  }

  visitResumed(): void {
    this.#resumed += 1
  }

  visitEnded(visit: Visit, wasForgotten: boolean, now: Millis): void {
    const { uin, isKept, beganAt, answeredAt } = visit
    if (!wasForgotten || hasSaidGoodbye(visit)) return
    const isShutOut = (this.#shutOutAt.get(uin) ?? Number.NEGATIVE_INFINITY) >= beganAt
    // WebSockets end with the process.
    if (isWeb(visit.address) || !isKept || isShutOut || this.#server.pauseMs >= silenceMs) {
      this.#forgotten += 1
      return
    }
    const sentence = `${uin}, who was let in at ${answeredAt?.toFixed(0)}, was logged out by a restart`
    this.#complain('continuity', now, sentence)
  }

  /** While the store is in trouble, a client that cannot bear high numbers may get those of a former visit again. */
  numberReused({ uin, hasLost }: Visit, { sequence, event }: Saying, now: Millis): void {
    if (hasLost) return
    this.#complain(
      'continuity',
      now,
      `${uin} was told ${event.name} under the number ${sequence}, which they knew already`,
    )
  }
}

/** The end may have been kept although the goodbye was not acknowledged. */
const hasSaidGoodbye = ({ commands, inDoubt }: Visit): boolean =>
  [...inDoubt, ...[...commands.values()].flat()].some(({ intent }) => intent?.name === 'signOff')
