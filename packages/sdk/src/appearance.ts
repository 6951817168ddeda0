import type { Wish } from '@seekyou/client'
import type { Millis, Status, Text, Uin } from '@seekyou/language'
import { AutoAnswer } from './auto-answer.ts'
import { PeopleList } from './contacts.ts'
import type { MessageEvent } from './events.ts'

interface AppearanceHost {
  readonly wish: (wish: Wish) => void
  readonly now: () => Millis
  readonly encode: (text: string) => Text
}

/** How a user is seen: their status, what is told while they are away, and who is an exception. */
export class Appearance {
  readonly visibleTo: PeopleList
  readonly invisibleTo: PeopleList
  readonly #host: AppearanceHost
  readonly #autoAnswer = new AutoAnswer()
  #status: Status
  #awayText: string | undefined

  constructor(status: Status, awayText: string | undefined, host: AppearanceHost) {
    this.#status = status
    this.#awayText = awayText
    this.#host = host
    this.visibleTo = new PeopleList((uins) => host.wish({ name: 'announceVisibleTo', uins }))
    this.invisibleTo = new PeopleList((uins) => host.wish({ name: 'announceInvisibleTo', uins }))
  }

  get status(): Status {
    return this.#status
  }

  get awayText(): string | undefined {
    return this.#awayText
  }

  /** `awayText` undefined: nobody is told anything. */
  set(status: Status, awayText: string | undefined): void {
    const { wish, now, encode } = this.#host
    this.#status = status
    this.#awayText = awayText
    this.#autoAnswer.setStatus(status, awayText, now())
    wish({ name: 'setAwayText', text: awayText === undefined ? undefined : encode(awayText) })
    wish({ name: 'changeStatus', status })
  }

  /** The user has written to somebody. */
  wrote(to: Uin): void {
    this.#autoAnswer.wrote(to, this.#host.now())
  }

  /** What this message is to be answered through the server; undefined for nothing. Whoever must not see the user learns nothing. */
  answerTo(message: MessageEvent): string | undefined {
    return this.#autoAnswer.answerTo(
      message,
      (uin, isHidden) => !this.invisibleTo.has(uin) && (!isHidden || this.visibleTo.has(uin)),
    )
  }
}
