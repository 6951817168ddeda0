import type { UserEventOf, UserEventType } from '../events.ts'
import { commandName, parseCommand } from './command.ts'
import { compose, type Middleware, type Next } from './compose.ts'
import type { CommandContext, Context, EventContext, HearsContext } from './context.ts'
import { findTrigger, type Trigger } from './hears.ts'

/** A handler, or several that belong together. */
export type Part<Session, Given extends Context<Session> = Context<Session>> = Middleware<Given> | Composer<Session>

/**
 * A chain of handlers. An event goes from one to the next: those that do not fit are passed over, and one that fits decides by
 * calling `next` whether it goes on.
 */
export class Composer<Session = unknown> {
  readonly #stations: Middleware<Context<Session>>[] = []

  /** Adds handlers for everything. */
  use(...parts: readonly Part<Session>[]): this {
    for (const part of parts) this.#stations.push(part instanceof Composer ? part.middleware() : part)
    return this
  }

  /** Adds handlers for whatever passes a test, which tells the compiler what it found out. */
  filter<Given extends Context<Session>>(
    test: (context: Context<Session>) => context is Given,
    ...parts: readonly Part<Session, Given>[]
  ): this
  /** Adds handlers for whatever passes a test, which may take its time. */
  filter(test: (context: Context<Session>) => boolean | Promise<boolean>, ...parts: readonly Part<Session>[]): this
  filter(test: (context: Context<Session>) => boolean | Promise<boolean>, ...parts: readonly Part<Session>[]): this {
    const inner = new Composer<Session>().use(...parts).middleware()
    return this.use(async (context, next) => ((await test(context)) ? inner(context, next) : next()))
  }

  /** Adds handlers for events of one type or of several. */
  on<Type extends UserEventType>(
    types: Type | readonly Type[],
    ...parts: readonly Part<Session, Context<Session, UserEventOf<Type>>>[]
  ): this {
    const wanted = new Set<string>([types].flat())
    const isWanted = (context: Context<Session>): context is Context<Session, UserEventOf<Type>> =>
      wanted.has(context.event.type)
    return this.filter(isWanted, ...parts)
  }

  /** Adds handlers for messages such as `/time` or `/remind 5 tea`. Names may be written with or without the slash. */
  command(names: string | readonly string[], ...parts: readonly Part<Session, CommandContext<Session>>[]): this {
    const wanted = new Set([names].flat().map(commandName))
    const isWanted = (context: Context<Session>): context is CommandContext<Session> => {
      const command = context.event.type === 'message' ? parseCommand(context.event.text) : undefined
      if (!command || !wanted.has(command.name)) return false
      inside(context).arguments = command.arguments
      return true
    }
    return this.filter(isWanted, ...parts)
  }

  /** Adds handlers for messages that are one of these texts, or in which one of these patterns is found. */
  hears(triggers: Trigger | readonly Trigger[], ...parts: readonly Part<Session, HearsContext<Session>>[]): this {
    const wanted = [triggers].flat() as readonly Trigger[]
    const isWanted = (context: Context<Session>): context is HearsContext<Session> => {
      const match = context.event.type === 'message' ? findTrigger(wanted, context.event.text) : undefined
      if (match) inside(context).match = match
      return match !== undefined
    }
    return this.filter(isWanted, ...parts)
  }

  /** All of it as one handler. What is added later takes part. */
  middleware(): Middleware<Context<Session>> {
    return (context: Context<Session>, next: Next) => compose(this.#stations)(context, next)
  }
}

const inside = (context: Context): EventContext => context as unknown as EventContext
