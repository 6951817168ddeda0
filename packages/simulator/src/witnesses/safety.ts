import type { Millis, Uin } from '@seekyou/language'
import type { Saying, Visit } from '../visit.ts'
import type { Ledger } from './ledger.ts'
import type { Complain, Shown, Witness } from './witness.ts'

const plain = new TextDecoder('latin1')

/** Every message that the server acknowledged is shown, unless its sender was told that it was refused (promises: G1). */
export class Safety implements Witness {
  readonly #ledger: Ledger
  readonly #complain: Complain
  /** Who was told that a message to whom was refused. */
  readonly #told = new Set<string>()
  /** Whose connection has ended: what they should have been told may be lost with it. */
  readonly #lostTouch = new Map<Uin, Millis>()

  constructor(ledger: Ledger, complain: Complain) {
    this.#ledger = ledger
    this.#complain = complain
  }

  visitEnded({ uin }: Visit, _: boolean, now: Millis): void {
    this.#lostTouch.set(uin, now)
  }

  visitInterrupted({ uin }: Visit, now: Millis): void {
    this.#lostTouch.set(uin, now)
  }

  said({ uin }: Visit, { event }: Saying): void {
    if (event.name !== 'messageArrived' || this.#ledger.entryOf(event.text)) return
    const refused = /^Your message to (\d+) was not (?:delivered|sent)/.exec(plain.decode(event.text))
    if (refused) this.#told.add(`${uin} ${refused[1]}`)
  }

  shown(to: Uin, { from, text }: Shown, now: Millis): void {
    const entry = this.#ledger.entryOf(text)
    if (!entry || (entry.to === to && entry.from === from)) return
    this.#complain(
      'safety',
      now,
      `message ${entry.id} from ${entry.from} to ${entry.to} was shown to ${to} as from ${from}`,
    )
  }

  judge(now: Millis): void {
    for (const { id, from, to, turn, isAccepted, refused, showings, writtenAt } of this.#ledger.entries()) {
      if (turn === undefined && isAccepted) {
        this.#complain('safety', now, `${from} believes that message ${id} was accepted, and the server never said so`)
      }
      if (turn === undefined || showings.length > 0) continue
      const who = `message ${id} from ${from} to ${to}, written at ${writtenAt.toFixed(0)} and acknowledged`
      if (!refused) this.#complain('safety', now, `${who}, was never shown`)
      else if (
        refused !== 'removed' &&
        !this.#told.has(`${from} ${to}`) &&
        (this.#lostTouch.get(from) ?? -1) < writtenAt
      ) {
        this.#complain('safety', now, `${who}, was refused (${refused}), and nobody told the sender`)
      }
    }
  }
}
