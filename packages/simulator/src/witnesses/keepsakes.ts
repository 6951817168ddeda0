import type { Millis, Uin } from '@seekyou/language'
import type { Complain, Received, Witness } from './witness.ts'

/** Files that have become whole are those that were sent, and what is seen in a chat is what was typed, in its order. */
export class Keepsakes implements Witness {
  /** How many files, and how many pieces of chats, were as they should be. */
  count = 0
  readonly #complain: Complain

  constructor(complain: Complain) {
    this.#complain = complain
  }

  received(to: Uin, { what, sent, received }: Received, now: Millis): void {
    if (sent.length === received.length && sent.every((byte, index) => byte === received[index])) this.count += 1
    else this.#complain('keepsakes', now, `${to} received ${what} otherwise than it was sent`)
  }
}
