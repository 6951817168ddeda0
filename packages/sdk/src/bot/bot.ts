import type { Millis, WallMillis } from '@seekyou/language'
import type { Rate } from '@seekyou/link'
import { defaultWorld } from '../default-world.ts'
import type { ConnectOptions } from '../options.ts'
import type { User } from '../user.ts'
import type { World } from '../world.ts'
import type { Middleware } from './compose.ts'
import { Composer } from './composer.ts'
import type { Context } from './context.ts'
import type { BotCounters, FloodLimit } from './desk.ts'
import { Run, type RunState } from './run.ts'

/** How a bot signs on, and what it takes and gives. Everything but server, UIN and password may be left out. */
export interface BotOptions extends Omit<ConnectOptions, 'signal'> {
  /** How much one person may write and still be answered. Parts are filled up from `usualFlood`; `'off'`: any number. */
  readonly flood?: Partial<FloodLimit> | 'off'
  /** How fast the bot sends: `usualPace` unless told; `'off'`: as fast as it can. */
  readonly pace?: Rate | 'off'
  /** How long `stop` waits for handlers and for what they send, in milliseconds; 10,000 unless told. */
  readonly graceMs?: Millis
  /** Where errors go that no `catch` takes; `console.error` unless told. */
  readonly log?: (sentence: string, error: unknown) => void
}

/** What goes along with a start. */
export interface StartOptions {
  /** Stops the bot, in order. */
  readonly signal?: AbortSignal
  /** Called when the bot is on line for the first time. */
  readonly onStart?: () => void
  /** Another world than that of the options. */
  readonly world?: World
}

/** Where a bot stands: as its user, or `stopping` (it finishes what it has begun), or `stopped`. */
export type BotState = RunState | 'stopped'

/** A bot of which only matters that it runs, whatever its sessions are. */
export type AnyBot = Pick<Bot, 'options' | 'state' | 'user' | 'lastHeardAt' | 'healthy' | 'start' | 'stop'>

/**
 * How fast a bot sends unless told: at once half of what our server allows, so that a bot that is started again has not used up
 * everything, and then a little less than the two messages in a second that it allows (docs/limits.md).
 */
export const usualPace: Rate = { burst: 64, perSecond: 1.9 }

/** What one person may write unless told: ten at once, then one every two seconds. */
export const usualFlood: FloodLimit = {
  burst: 10,
  perSecond: 0.5,
  sentence: 'That was too much at once. I shall be silent until you pause for a while.',
}

const usualGraceMs = 10_000
/** A server that says nothing for so long may be gone: clients make it say something every two minutes. */
const silenceMaxMs = 300_000

/**
 * A bot: handlers, and a user who stays on line. An error in a handler goes to `catch` and stops nothing; lost connections come
 * back; whoever floods it is ignored, and it floods nobody.
 */
export class Bot<Session = unknown> extends Composer<Session> {
  /** As they were given. */
  readonly options: BotOptions
  readonly #counters = { handled: 0, ignored: 0, dropped: 0, errors: 0 }
  readonly #chores = new Set<() => void>()
  #catch: ((error: unknown, context: Context<Session> | undefined) => unknown) | undefined
  #run: Run | undefined
  #lastHeardAt: WallMillis | undefined
  #going: Promise<void> | undefined

  /** Nothing happens before `start`. */
  constructor(options: BotOptions) {
    super()
    this.options = options
  }

  /** Where the bot stands. */
  get state(): BotState {
    return this.#run?.state ?? 'stopped'
  }

  /** What the bot is as a user of the network. Sends at the bot's pace. Throws before it has been on line. */
  get user(): User {
    const user = this.#run?.user
    if (!user) throw new Error('The bot is not on line yet: start() it, and wait for onStart.')
    return user
  }

  /** What was handled, ignored and dropped so far, over all runs. */
  get counters(): BotCounters {
    return { ...this.#counters }
  }

  /** When the server last said anything; undefined when it never did. */
  get lastHeardAt(): WallMillis | undefined {
    const run = this.#run
    if (run?.lastHeardAt !== undefined) this.#lastHeardAt = run.world.wall(run.lastHeardAt)
    return this.#lastHeardAt
  }

  /** Whether it is on line, and the server said something within the last five minutes. */
  healthy(): boolean {
    const run = this.#run
    if (run?.state !== 'online' || run.lastHeardAt === undefined) return false
    return run.world.now() - run.lastHeardAt <= silenceMaxMs
  }

  /** The time of day in the world where the bot runs, which in tests is not the real one. */
  wall(): WallMillis {
    const world = this.#run?.world ?? this.#world()
    return world.wall(world.now())
  }

  /**
   * What is done with errors: those of handlers, with their context, and those of timers and of sending, without one. May itself
   * fail, and stops nothing by that.
   */
  catch(handler: (error: unknown, context: Context<Session> | undefined) => unknown): this {
    this.#catch = handler
    return this
  }

  /**
   * Does something again and again, in pauses of so many milliseconds, while the bot runs. May be called before `start`. Returns
   * what ends it.
   */
  every(pause: Millis, act: () => unknown): () => void {
    let forget = (): void => {}
    let isOver = false
    const again = (): void => {
      const run = this.#running()
      forget = run.after(pause, async () => {
        try {
          await act()
        } finally {
          if (!isOver && run === this.#run) again()
        }
      })
    }
    this.#chores.add(again)
    if (this.#run?.user) again()
    return () => {
      isOver = true
      this.#chores.delete(again)
      forget()
    }
  }

  /** Does something once, after so many milliseconds, unless the bot stops before. Returns what forgets it. */
  after(delay: Millis, act: () => unknown): () => void {
    return this.#running().after(delay, act)
  }

  /**
   * Signs on and handles whatever happens, for as long as it takes: resolves when the bot has stopped. Keeps trying while the server
   * cannot be reached; rejects with `SignOnError` when it refuses the password.
   */
  async start({ signal, onStart, world }: StartOptions = {}): Promise<void> {
    if (this.#run) throw new Error('The bot runs already: stop() it first.')
    const { flood, pace, graceMs = usualGraceMs, log: _, ...options } = this.options
    const run = new Run(
      {
        connect: { ...options, onError: (error) => void this.#report(error, undefined) },
        world: world ?? this.#world(),
        flood: flood === 'off' ? undefined : { ...usualFlood, ...flood },
        pace: pace === 'off' ? undefined : (pace ?? usualPace),
        graceMs,
        handle: this.middleware() as Middleware<Context>,
        onError: (error, context) => this.#report(error, context),
        onStart: () => {
          for (const chore of this.#chores) chore()
          onStart?.()
        },
      },
      this.#counters,
    )
    this.#run = run
    const stop = (): void => run.stop()
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) stop()
    this.#going = run.go().finally(() => {
      signal?.removeEventListener('abort', stop)
      this.#lastHeardAt = this.lastHeardAt
      this.#run = undefined
    })
    await this.#going
  }

  /**
   * Stops in order: whatever was received is handled and what handlers send is sent, for at most the grace of the options; then the
   * bot signs off. Resolves when it has; does nothing when it does not run.
   */
  async stop(): Promise<void> {
    this.#run?.stop()
    // Why it ended is told to whoever started it.
    await this.#going?.catch(() => {})
  }

  #running(): Run {
    if (!this.#run) throw new Error('The bot does not run: start() it first.')
    return this.#run
  }

  #world(): World {
    return this.options.world ?? defaultWorld()
  }

  async #report(error: unknown, context: Context | undefined): Promise<void> {
    this.#counters.errors += 1
    if (!this.#catch) {
      this.#log('A handler failed.', error)
      return
    }
    try {
      await this.#catch(error, context as Context<Session> | undefined)
    } catch (second) {
      this.#log('What bot.catch was given failed itself, with', second)
      this.#log('when it was told of', error)
    }
  }

  #log(sentence: string, error: unknown): void {
    try {
      if (this.options.log) this.options.log(sentence, error)
      else console.error(sentence, error)
    } catch {
      // There is nobody left to be told.
    }
  }
}
