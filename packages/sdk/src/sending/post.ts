import type { Uin } from '@seekyou/language'
import type { CodePage } from '@seekyou/wire'
import { toSeveral } from '../content/content.ts'
import { splitContent } from '../content/split-content.ts'
import type { Writable } from '../content/write-content.ts'
import type { Sent } from './delivery.ts'
import type { Outgoing } from './outgoing.ts'
import type { SendOptions } from './send-options.ts'

export interface PostOptions {
  readonly outgoing: Outgoing
  /** How somebody reads. */
  readonly pageOf: (uin: Uin) => CodePage
  /** What no other process puts into the same queue. */
  readonly mark: string
  /** Told of everybody who is written to. */
  readonly wrote: (to: Uin) => void
}

/** Turns what is to be said into messages, and sends them. */
export class Post {
  readonly #options: PostOptions
  #count = 0

  constructor(options: PostOptions) {
    this.#options = options
  }

  /**
   * Sends something in as many messages as it takes; `isKept`: they go into the queue's store, if there is one. Settles when it is
   * accepted for everybody, or not for one. Rejects with `SendError`, or with the signal's reason.
   */
  async send(
    to: readonly Uin[],
    content: Writable,
    { via = 'either', urgency = 'normal', signal }: SendOptions,
    isKept = true,
  ): Promise<Sent> {
    const { outgoing, pageOf, mark, wrote } = this.#options
    if (to.length === 0) throw new RangeError('There is nobody to write to: name at least one UIN.')
    const letters = to.map((uin) => ({ uin, written: splitContent(content, pageOf(uin)) }))
    const mass = to.length > 1 ? toSeveral : 0
    const sent = letters.map(({ uin, written }) => {
      wrote(uin)
      const messages = written.map(({ kind, text }) => {
        const id = `${mark}-${(++this.#count).toString(36)}`
        return { id, to: uin, kind: kind | mass, text, via, urgency }
      })
      return outgoing.send(messages, isKept, signal)
    })
    const accepted = await Promise.all(sent)
    return accepted.at(-1)!
  }
}
