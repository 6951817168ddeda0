import type { Uin } from '@seekyou/language'
import type { Middleware } from './compose.ts'
import type { Context, EventContext } from './context.ts'

/** Where sessions are kept. What it is handed may be written as JSON. */
export interface SessionStore<Session> {
  /** Undefined: nothing is known of this person. */
  read(uin: Uin): Session | undefined | Promise<Session | undefined>
  /** Undefined: forget this person. Resolves when it is kept. */
  write(uin: Uin, session: Session | undefined): unknown
}

/** How sessions begin, and where they are kept. */
export interface SessionOptions<Session> {
  /** What is remembered of somebody who writes for the first time. */
  readonly initial: () => Session
  /** Where it is kept; in memory unless told. */
  readonly store?: SessionStore<Session>
}

/**
 * Gives every person a session: what the bot remembers of them from one event to the next. It is read before the handlers behind
 * this one and, if they have changed it, written after them; when they fail, it stays as it was. Handlers of one person run one
 * after another, so that they never write over each other's changes.
 */
export function session<Session>({
  initial,
  store = memorySessions(),
}: SessionOptions<Session>): Middleware<Context<Session>> {
  return async (context, next) => {
    const { from } = context
    if (from === undefined) return next()
    let present = (await store.read(from)) ?? initial()
    let isForgotten = false
    const before = JSON.stringify(present)
    ;(context as unknown as EventContext).keepSession({
      read: () => present,
      write(session) {
        isForgotten = session === undefined
        present = (session as Session | undefined) ?? initial()
      },
    })
    await next()
    if (isForgotten) await store.write(from, undefined)
    else if (JSON.stringify(present) !== before) await store.write(from, present)
  }
}

/** Sessions that end with the process. */
export function memorySessions<Session>(): SessionStore<Session> {
  const kept = new Map<Uin, Session>()
  return {
    read: (uin) => structuredClone(kept.get(uin)),
    write(uin, session) {
      if (session === undefined) kept.delete(uin)
      else kept.set(uin, structuredClone(session))
    },
  }
}
