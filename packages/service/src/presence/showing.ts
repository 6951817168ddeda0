import { type Event, type Ip4, isLoopback } from '@seekyou/language'
import type { Present } from './present.ts'

/** What a watcher is told of somebody who is on line, and what they believe from then on. */
export type Showing = Event<'contactOnline'>

/** How much of a user's address a watcher is told: nothing, the one that the server sees, or the one behind it as well. */
export type View = 'hidden' | 'outer' | 'both'

/** Between whom true addresses are told: nobody, two who both agreed, two in the server's own subnets, all but who objected. */
export type DirectMode = 'off' | 'optin' | 'lan' | 'on'

/** What decides about addresses besides the accounts' own settings. */
export interface DirectOptions {
  readonly direct: DirectMode
  /** Whether an address is in one of the server's own subnets. */
  readonly isNear: (ip: Ip4) => boolean
}

type Party = Pick<Present, 'outer' | 'settings'>

/**
 * Which addresses of a user a watcher may be told. The mode of the server is the ceiling. The inner address is told only where
 * both come from one outer address, and a loopback address only to whoever is on the same machine: elsewhere it would lead
 * to the wrong computer. Who has no outer address (0) is in a browser, which can neither call nor be called.
 */
export function viewOf(user: Party, watcher: Party, { direct, isNear }: DirectOptions): View {
  if (user.outer === 0 || watcher.outer === 0 || !mayConnect(user, watcher, direct)) return 'hidden'
  if (direct === 'lan' && !(isNear(user.outer) && isNear(watcher.outer))) return 'hidden'
  if (isLoopback(user.outer) && !isLoopback(watcher.outer)) return 'hidden'
  return user.outer === watcher.outer ? 'both' : 'outer'
}

/** How the user is shown under a view. Whoever is shown without an address is written to through the server. */
export function showingOf(
  user: Pick<Present, 'uin' | 'status' | 'outer' | 'direct' | 'showings'>,
  view: View,
): Showing {
  user.showings[view] ??= show(user, view)
  return user.showings[view]
}

/** True when two showings differ in nothing but the status. */
export function isSameAddress(a: Showing, b: Showing): boolean {
  const { port, inner, capability, version } = a.direct
  const other = b.direct
  const isSameWay = port === other.port && inner === other.inner && capability === other.capability
  return isSameWay && a.outer === b.outer && version === other.version
}

/** A client that can neither call nor be called (docs/protocol/constants.md). */
const cannotConnect = 6

function show({ uin, status, outer, direct }: Parameters<typeof showingOf>[0], view: View): Showing {
  const { port, inner, capability, version } = direct
  if (view === 'hidden') {
    const none = { port: 0, inner: 0, capability: cannotConnect, version }
    return { name: 'contactOnline', uin, status, outer: 0, direct: none }
  }
  return {
    name: 'contactOnline',
    uin,
    status,
    outer,
    direct: {
      // COMPAT mICQ, icqlib: announce ports with bits above the sixteenth; and a port means nothing where nobody answers.
      port: capability === cannotConnect ? 0 : port & 0xffff,
      inner: view === 'both' ? innerOr(outer, inner) : 0,
      capability,
      version,
    },
  }
}

/** COMPAT Licq, mICQ: announce a loopback address, or none, as their own. */
const innerOr = (outer: Ip4, inner: Ip4): Ip4 => (inner === 0 || isLoopback(inner) ? outer : inner)

/** What the two accounts and the server's mode allow. */
function mayConnect(user: Party, watcher: Party, mode: DirectMode): boolean {
  const wishes = [user.settings.direct, watcher.settings.direct]
  switch (mode) {
    case 'off':
      return false
    case 'optin':
      return wishes.every((wish) => wish === true)
    case 'lan':
    case 'on':
      return wishes.every((wish) => wish !== false)
  }
}
