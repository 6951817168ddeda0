import type { Info, Text } from '@seekyou/language'

/**
 * A short profile in little memory, for somebody who is here: a million of them would have four million texts, and an array of bytes
 * costs hundreds of bytes before the first. All texts are in one string, a letter for each byte.
 */
export class PackedInfo implements Info {
  readonly needsAuthorization: boolean
  readonly #texts: string
  readonly #firstAt: number
  readonly #lastAt: number
  readonly #emailAt: number

  constructor({ nick, first, last, email, needsAuthorization }: Info) {
    this.needsAuthorization = needsAuthorization
    this.#firstAt = nick.length
    this.#lastAt = this.#firstAt + first.length
    this.#emailAt = this.#lastAt + last.length
    this.#texts = String.fromCharCode(...nick, ...first, ...last, ...email)
  }

  get nick(): Text {
    return this.#cut(0, this.#firstAt)
  }

  get first(): Text {
    return this.#cut(this.#firstAt, this.#lastAt)
  }

  get last(): Text {
    return this.#cut(this.#lastAt, this.#emailAt)
  }

  get email(): Text {
    return this.#cut(this.#emailAt, this.#texts.length)
  }

  #cut(from: number, to: number): Text {
    return Uint8Array.from({ length: to - from }, (_, index) => this.#texts.charCodeAt(from + index))
  }
}
