import type { Uin } from '@seekyou/language'
import type { UserEvent, UserEventOf } from '../events.ts'
import type { SendOptions, Sent, User } from '../user.ts'
import { watch } from './watched.ts'

/** Whom an event is about: its sender, or the contact who came or went. */
export type WhoOf<Event> = Event extends { readonly from: Uin } | { readonly uin: Uin } ? Uin : undefined
/** What an event says in words, if it does. */
export type TextOf<Event> = Event extends { readonly text: string } ? string : undefined

/** What a handler is given: one event, and whatever can be done about it. */
export interface Context<Session = unknown, Event extends UserEvent = UserEvent> {
  /** What happened, with all that is known of it. */
  readonly event: Event
  /** Whom it is about: its sender, or the contact who came or went. */
  readonly from: WhoOf<Event>
  /** What was written, if anything was. */
  readonly text: TextOf<Event>
  /** The bot's own user. Whatever it sends goes no faster than the bot's pace. */
  readonly user: User
  /** What is remembered of this person; see `session`. May be changed, and set to undefined to forget it. */
  get session(): Session
  set session(session: Session | undefined)
  /** Aborted when the bot gives up waiting for its handlers. */
  readonly signal: AbortSignal
  /** Writes to whom the event is about. Resolves when the server has it; need not be awaited. */
  reply(text: string, options?: SendOptions): Promise<Sent>
}

/** What a handler of a command is given. */
export interface CommandContext<Session = unknown> extends Context<Session, UserEventOf<'message'>> {
  /** Everything behind the command, without the blanks around it. Empty when there is nothing. */
  readonly arguments: string
}

/** What a handler of `hears` is given. */
export interface HearsContext<Session = unknown> extends Context<Session, UserEventOf<'message'>> {
  /** What was found in the text, with its groups. */
  readonly match: RegExpExecArray
}

/** What stands behind every context. The session is the affair of the middleware `session`. */
export class EventContext {
  readonly event: UserEvent
  readonly user: User
  readonly signal: AbortSignal
  arguments: string | undefined
  match: RegExpExecArray | undefined
  readonly #onUnseen: (error: unknown) => void
  #session: { read(): unknown; write(session: unknown): void } | undefined

  /** `onUnseen` is told why a reply failed for which nobody waited; it must not throw. */
  constructor(event: UserEvent, user: User, signal: AbortSignal, onUnseen: (error: unknown) => void) {
    this.event = event
    this.user = user
    this.signal = signal
    this.#onUnseen = onUnseen
  }

  get from(): Uin | undefined {
    if ('from' in this.event) return this.event.from
    return 'uin' in this.event ? this.event.uin : undefined
  }

  get text(): string | undefined {
    return 'text' in this.event ? this.event.text : undefined
  }

  get session(): unknown {
    return this.#sessions().read()
  }

  set session(session: unknown) {
    this.#sessions().write(session)
  }

  /** Where the session comes from and goes to from here on. */
  keepSession(keeper: { read(): unknown; write(session: unknown): void }): void {
    this.#session = keeper
  }

  reply(text: string, options?: SendOptions): Promise<Sent> {
    const { from } = this
    if (from === undefined) throw new Error(`Nobody can be answered: a ${this.event.type} event comes from no person.`)
    return watch(this.user.send(from, text, options), this.#onUnseen)
  }

  #sessions(): { read(): unknown; write(session: unknown): void } {
    if (!this.#session)
      throw new Error('There is no session here: write bot.use(session({ ... })) before the handlers.')
    return this.#session
  }
}
