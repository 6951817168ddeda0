import type { ClientOutcome } from '@seekyou/client'
import type { Text } from '@seekyou/language'

/** What somebody knows about their own password, whose changes may not have been confirmed. */
export class Passwords {
  /** The one they believe in comes first; the others may be right, because changes were not confirmed. */
  #likely: Text[]
  /** Changes that have not been answered, by inquiry. */
  readonly #changes = new Map<number, Text>()
  #lastChange = 0

  constructor(password: Text) {
    this.#likely = [password]
  }

  get believed(): Text {
    return this.#likely[0]!
  }

  /** False while a change was not confirmed: the old one or the new one may be right. */
  get isSure(): boolean {
    return this.#likely.length === 1 && this.#changes.size === 0
  }

  /** They have asked for another one. */
  change(inquiry: number, password: Text): void {
    this.#changes.set(inquiry, password)
  }

  learn(answered: Extract<ClientOutcome, { kind: 'answered' | 'unanswered' }>): void {
    const password = this.#changes.get(answered.id)
    if (!password) return
    this.#changes.delete(answered.id)
    // The confirmation of an earlier change may be the later one to arrive.
    if (answered.id < this.#lastChange) return
    const isChanged = answered.kind === 'answered' && answered.answer.name === 'passwordChanged'
    if (isChanged) {
      this.#lastChange = answered.id
      this.#likely = [password]
    }
    if (answered.kind === 'unanswered') this.#likely.splice(1, 0, password)
  }

  /** It was refused: another one may be right. */
  doubt(): void {
    this.#likely.push(this.#likely.shift()!)
  }
}
