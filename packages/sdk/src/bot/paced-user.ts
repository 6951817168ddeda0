import { type CodePageName, codePage } from '@seekyou/wire'
import type { NamedContact } from '../content/content.ts'
import { splitContent } from '../content/split-content.ts'
import type { Writable } from '../content/write-content.ts'
import type { User } from '../user.ts'
import type { Pacer } from './pacer.ts'
import { watch } from './watched.ts'

type Send = (...given: unknown[]) => unknown

export interface PacedUserOptions {
  /** Undefined: as fast as can be. */
  readonly pacer: Pacer | undefined
  readonly codePage: CodePageName | undefined
  /** Told of everything that is on its way. */
  readonly onSend: (sending: Promise<unknown>) => void
  /** Told what failed without anybody waiting for it. Must not throw. */
  readonly onUnseen: (error: unknown) => void
}

/** What goes to others, and counts as a message at servers. */
const sends: ReadonlySet<unknown> = new Set<keyof User>([
  'send',
  'sendUrl',
  'sendContacts',
  'requestAuthorization',
  'authorize',
  'refuse',
  'sayAdded',
])

/** The same user, who sends no faster than the pacer allows, and of whom no failure ends the process because nobody waited. */
export function pacedUser(user: User, options: PacedUserOptions): User {
  const methods = new Map<unknown, unknown>()
  return new Proxy(user, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      // Bound, because what a class keeps to itself is not to be had through a proxy.
      const method = methods.get(name) ?? (sends.has(name) ? paced : watched)(target, name, value as Send, options)
      methods.set(name, method)
      return method
    },
  })
}

function watched(user: User, _: unknown, ask: Send, { onUnseen }: PacedUserOptions): Send {
  return (...given) => {
    const answer = ask.apply(user, given)
    return answer instanceof Promise ? watch(answer, onUnseen) : answer
  }
}

function paced(user: User, name: unknown, send: Send, options: PacedUserOptions): Send {
  return (...given) => {
    const { pacer } = options
    const sending = (async () => {
      await pacer?.turn(costOf(name, given, options.codePage), signalIn(given))
      return send.apply(user, given)
    })()
    options.onSend(sending)
    return watch(sending, options.onUnseen)
  }
}

/** How many messages it becomes, for all recipients together. */
function costOf(name: unknown, [to, what, more]: readonly unknown[], page: CodePageName | undefined): number {
  const recipients = [to].flat().length
  try {
    return recipients * splitContent(contentOf(name, what, more), codePage(page)).length
  } catch {
    // It cannot be sent, which whoever sends it is told in a moment.
    return recipients
  }
}

function contentOf(name: unknown, what: unknown, more: unknown): Writable {
  if (name === 'send') return { type: 'message', text: what as string }
  if (name === 'sendContacts') return { type: 'contacts', contacts: what as NamedContact[] }
  if (name !== 'sendUrl') return { type: 'authorizationGranted' }
  return {
    type: 'url',
    url: what as string,
    description: (more as { description?: string } | undefined)?.description ?? '',
  }
}

function signalIn(given: readonly unknown[]): AbortSignal | undefined {
  const last = given.at(-1)
  return typeof last === 'object' && last !== null && 'signal' in last ? (last.signal as AbortSignal) : undefined
}
