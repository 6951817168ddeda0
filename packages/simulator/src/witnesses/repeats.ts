import type { Millis } from '@seekyou/language'
import type { Ledger } from './ledger.ts'
import type { Complain, Witness } from './witness.ts'

/** How long a sender waits for the recipient's program to answer, before the server gets the message. */
const answerMs = 61_000

/**
 * A message is shown again only where a connection or a process died between its delivery and its deletion, or where its
 * sender handed it over again after losing the connection (promises: G2), be it to the server or to the recipient.
 */
export class Repeats implements Witness {
  readonly #ledger: Ledger
  readonly #complain: Complain
  /** How many showings were repetitions; known after `judge`. */
  count = 0

  constructor(ledger: Ledger, complain: Complain) {
    this.#ledger = ledger
    this.#complain = complain
  }

  judge(now: Millis): void {
    for (const { id, from, to, showings, handedOver, excuses, writtenAt } of this.#ledger.entries()) {
      if (showings.length <= 1) continue
      this.count += showings.length - 1
      const direct = showings.findLast(({ direct }) => direct)
      const isExcused = direct && this.#ledger.wereParted(from, to, writtenAt, direct.at + answerMs)
      if (showings.length <= handedOver + excuses + (isExcused ? 1 : 0)) continue
      const times = showings.map(({ at, stored }) => `${at.toFixed(0)}${stored ? ' (stored)' : ''}`).join(', ')
      const excuse = `handed over ${handedOver} times, ${excuses} excuses`
      this.#complain('repeats', now, `message ${id} from ${from} to ${to} was shown at ${times}: ${excuse}`)
    }
  }
}
