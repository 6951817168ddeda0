import type { Millis } from '@seekyou/language'
import type { Ledger } from './ledger.ts'
import type { Complain, Witness } from './witness.ts'

/**
 * A message is shown again only where a connection or a process died between its delivery and its deletion, or where its
 * sender handed it over again after losing the connection (promises: G2).
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
    for (const { id, from, to, showings, handedOver, excuses } of this.#ledger.entries()) {
      if (showings.length <= 1) continue
      this.count += showings.length - 1
      if (showings.length <= handedOver + excuses) continue
      const times = showings.map(({ at, stored }) => `${at.toFixed(0)}${stored ? ' (stored)' : ''}`).join(', ')
      const excuse = `handed over ${handedOver} times, ${excuses} excuses`
      this.#complain('repeats', now, `message ${id} from ${from} to ${to} was shown at ${times}: ${excuse}`)
    }
  }
}
