import type { Millis, Text, Uin } from '@seekyou/language'
import { numberOf } from './message-text.ts'
import type { Complain, Shown, Witness } from './witness.ts'

interface Letter {
  readonly text: Text
  readonly pair: Pair
  isShown: boolean
  wasShownDirectly: boolean
}

/** From one person to another: the numbers of what is written and neither accepted nor given up, in order. */
type Pair = Set<number>

/**
 * What goes directly is shown exactly as it was written and in the order of writing, after everything earlier that has not found
 * another way. A program that has acknowledged a message has shown it.
 */
export class FaceToFace implements Witness {
  /** How many messages were acknowledged by the recipient's program. */
  count = 0
  readonly #complain: Complain
  readonly #letters = new Map<number, Letter>()
  readonly #pairs = new Map<string, Pair>()

  constructor(complain: Complain) {
    this.#complain = complain
  }

  wrote(from: Uin, to: Uin, id: number, _: Millis, text: Text): void {
    const key = `${from} ${to}`
    const pair = this.#pairs.get(key) ?? new Set()
    this.#pairs.set(key, pair)
    pair.add(id)
    this.#letters.set(id, { text, pair, isShown: false, wasShownDirectly: false })
  }

  accepted(from: Uin, id: number, now: Millis, isDirect = false): void {
    const letter = this.#letters.get(id)
    letter?.pair.delete(id)
    if (!letter || !isDirect) return
    this.count += 1
    if (letter.wasShownDirectly) return
    this.#complain(
      'face to face',
      now,
      `${from} was told that message ${id} has arrived directly, and it was not shown`,
    )
  }

  gaveUp(_: Uin, id: number): void {
    this.#letters.get(id)?.pair.delete(id)
  }

  shown(to: Uin, { text, direct }: Shown, now: Millis): void {
    const id = numberOf(text)
    const letter = id === undefined ? undefined : this.#letters.get(id)
    if (id === undefined || !letter) return
    if (direct && !letter.isShown) this.#judge(to, id, letter, text, now)
    letter.isShown = true
    if (direct) letter.wasShownDirectly = true
  }

  #judge(to: Uin, id: number, letter: Letter, text: Text, now: Millis): void {
    if (!areEqual(text, letter.text)) {
      this.#complain('face to face', now, `message ${id} was not shown to ${to} as it was written`)
    }
    for (const earlier of letter.pair) {
      if (earlier >= id) break
      if (this.#letters.get(earlier)!.isShown) continue
      this.#complain('face to face', now, `message ${id} was shown directly to ${to} before message ${earlier}`)
    }
  }
}

const areEqual = (one: Text, other: Text): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index])
