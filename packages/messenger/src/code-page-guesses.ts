import type { Text, Uin } from '@seekyou/language'
import { type CodePageName, guessCodePage } from '@seekyou/wire'

/** Of each person the newest texts that tell something, and of how many people. */
const textsMax = 20
const peopleMax = 1_000

/** How people write, guessed from what they wrote during this visit. */
export class CodePageGuesses {
  readonly #texts = new Map<Uin, Text[]>()
  readonly #guesses = new Map<Uin, CodePageName>()

  /** The guess of this visit. */
  of(uin: Uin): CodePageName | undefined {
    return this.#guesses.get(uin)
  }

  /** The guess with this text taken in; `otherwise` when it tells nothing. Texts in plain ASCII never do. */
  read(uin: Uin, text: Text, otherwise: CodePageName): CodePageName {
    if (!text.some((byte) => byte > 0x7f)) return otherwise
    const texts = this.#texts.get(uin) ?? []
    if (texts.at(-1) !== text) texts.push(text)
    if (texts.length > textsMax) texts.shift()
    this.#texts.delete(uin)
    this.#texts.set(uin, texts)
    const guess = guessCodePage(texts, otherwise)
    this.#guesses.set(uin, guess)
    if (this.#texts.size > peopleMax) this.#forgetOldest()
    return guess
  }

  #forgetOldest(): void {
    const [oldest] = this.#texts.keys()
    this.#texts.delete(oldest!)
    this.#guesses.delete(oldest!)
  }
}
