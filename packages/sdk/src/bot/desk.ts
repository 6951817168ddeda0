import { type Millis, systemUin, type Uin } from '@seekyou/language'
import type { Rate } from '@seekyou/link'
import type { UserEvent } from '../events.ts'
import type { User } from '../user.ts'
import type { Middleware } from './compose.ts'
import { type Context, EventContext } from './context.ts'
import { FloodGate } from './flood-gate.ts'
import { Lanes } from './lanes.ts'

/** How much somebody may write and still be answered, and what they are told, once, when it is too much. */
export interface FloodLimit extends Rate {
  /** Empty: they are told nothing. */
  readonly sentence: string
}

/** Told what a handler threw. Must neither throw nor reject. */
export type OnError = (error: unknown, context: Context | undefined) => Promise<void>

/** Numbers that only grow. */
export interface BotCounters {
  /** Events that went through the handlers. */
  readonly handled: number
  /** Events of people who wrote too much. */
  readonly ignored: number
  /** Events that came while too many others waited to be handled. */
  readonly dropped: number
  /** Errors that handlers threw, or that nobody waited for. */
  readonly errors: number
}

export interface DeskOptions {
  readonly handle: Middleware<Context>
  readonly flood: FloodLimit | undefined
  readonly onError: OnError
}

/** How many events may wait to be handled, those of all people and those of one. */
const waitingMax = 1_000
const waitingOfOneMax = 50

/** Where events become work: those of one person one after another, those of different persons side by side. */
export class Desk {
  readonly #options: DeskOptions
  readonly #lanes = new Lanes<Uin | symbol>()
  readonly #gate: FloodGate<Uin> | undefined
  readonly #counters: { -readonly [Name in keyof BotCounters]: number }

  /** `counters` are counted up. */
  constructor(options: DeskOptions, counters: { -readonly [Name in keyof BotCounters]: number }) {
    this.#options = options
    this.#counters = counters
    this.#gate = options.flood && new FloodGate(options.flood)
  }

  /** An event has happened. */
  take(event: UserEvent, user: User, signal: AbortSignal, now: Millis): void {
    const context = new EventContext(event, user, signal, (error) => void this.#options.onError(error, facade(context)))
    const key = context.from ?? Symbol()
    const verdict = 'from' in event && event.from !== systemUin ? this.#gate?.hear(event.from, now) : undefined
    if (verdict === 'ignore') this.#counters.ignored += 1
    else if (this.#lanes.size >= waitingMax || this.#lanes.sizeOf(key) >= waitingOfOneMax) this.#counters.dropped += 1
    else this.#lanes.put(key, () => (verdict === 'warn' ? this.#warn(context) : this.#handle(context)))
  }

  /** Something else is to be done, by itself. */
  do(act: () => unknown): void {
    this.#lanes.put(Symbol(), () => this.#guard(act, undefined))
  }

  /** Resolves when nothing is being done and nothing waits. */
  whenIdle(): Promise<void> {
    return this.#lanes.whenIdle()
  }

  get isIdle(): boolean {
    return this.#lanes.size === 0
  }

  async #handle(context: EventContext): Promise<void> {
    await this.#guard(() => this.#options.handle(facade(context), async () => {}), facade(context))
    this.#counters.handled += 1
  }

  async #warn(context: EventContext): Promise<void> {
    this.#counters.ignored += 1
    const sentence = this.#options.flood?.sentence
    if (sentence) await this.#guard(() => context.reply(sentence), facade(context))
  }

  async #guard(act: () => unknown, context: Context | undefined): Promise<void> {
    try {
      await act()
    } catch (error) {
      await this.#options.onError(error, context)
    }
  }
}

/** What handlers see of a context: its types say more than the class can know. */
const facade = (context: EventContext): Context => context as unknown as Context
