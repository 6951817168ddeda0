import { firstPersonalUin, isInvisible, type Millis, type Status, type Uin } from '@seekyou/language'
import type { MessageEvent } from './events.ts'
import { isAway } from './status-name.ts'

/** Whoever was written to so shortly before is not answered: what they send may be an automatic answer itself. */
const shortlyMs: Millis = 600_000
/** How many people are remembered. Beyond that nobody new is answered in this away period. */
const peopleMax = 10_000
const answered: ReadonlySet<MessageEvent['type']> = new Set(['message', 'url', 'contacts'])

/**
 * Decides who is told, by an ordinary message through the server, that the user is away: version 2 has no other word for it there.
 * Everybody once in each away period, and never anybody to whom the user has written in that period or shortly before it: an
 * automatic answer follows what it answers, so that no such answer is ever answered, and two programs never talk to each other.
 */
export class AutoAnswer {
  #text: string | undefined
  #status: Status | undefined
  /** When the away period began; undefined while the user is there. */
  #since: Millis | undefined
  readonly #answered = new Set<Uin>()
  /** When the user last wrote to whom, longest ago first. */
  readonly #wroteAt = new Map<Uin, Millis>()

  /** How the user is seen from here on. Another text, or another kind of being away, begins no other period. */
  setStatus(status: Status, text: string | undefined, now: Millis): void {
    this.#status = status
    this.#text = text
    if (!isAway(status)) this.#since = undefined
    else if (this.#since === undefined) {
      this.#since = now
      this.#answered.clear()
    }
  }

  /** The user has written to somebody, by themselves or automatically. */
  wrote(to: Uin, now: Millis): void {
    this.#wroteAt.delete(to)
    this.#wroteAt.set(to, now)
    for (const [uin, at] of this.#wroteAt) {
      if (this.#wroteAt.size <= peopleMax && at >= (this.#since ?? now) - shortlyMs) break
      this.#wroteAt.delete(uin)
    }
  }

  /** The text with which this message is to be answered, and remembers that it was; undefined for none. `sees` says who may know. */
  answerTo(message: MessageEvent, sees: (uin: Uin, isHidden: boolean) => boolean): string | undefined {
    const { type, from, via, isStored } = message
    if (this.#since === undefined || this.#status === undefined || !this.#text) return undefined
    if (!answered.has(type) || isStored || from < firstPersonalUin || this.#answered.has(from)) return undefined
    if (!sees(from, isInvisible(this.#status)) || this.#answered.size >= peopleMax) return undefined
    if ((this.#wroteAt.get(from) ?? Number.NEGATIVE_INFINITY) >= this.#since - shortlyMs) return undefined
    this.#answered.add(from)
    // Whoever writes directly has got the text with the acknowledgement.
    return via === 'server' ? this.#text : undefined
  }
}
