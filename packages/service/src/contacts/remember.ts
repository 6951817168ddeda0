import type { Uin } from '@seekyou/language'
import type { Context } from '../handler.ts'
import { ask, type Waiting } from '../needs.ts'
import { settleRemembered, unrememberedOf } from '../presence/permission.ts'
import { type Effects, nothing } from '../told.ts'

/** Has the store remember those of these contacts that it has not remembered during this visit, and with them the list. Leads to nothing else. */
export function* remember(
  uins: readonly Uin[],
  { user, presence }: Pick<Context, 'user' | 'presence'>,
): Waiting<Effects> {
  const watcher = presence.get(user)
  const contacts = unrememberedOf(watcher, uins)
  if (contacts.length === 0) return nothing
  const allowsAll = !presence.enforcesAuthorization
  const list = [...(watcher?.contacts.keys() ?? [])]
  const { allowed } = yield* ask({ name: 'rememberContacts', uin: user, contacts, list, allowsAll })
  settleRemembered(presence.get(user), contacts, allowed)
  return nothing
}

/** Tries again what the store could not remember, and shows whom the user may see since. */
export function rememberLate({ user, presence }: Context): Effects {
  const uins = [...(presence.get(user)?.unremembered ?? [])]
  if (uins.length === 0) return nothing
  return { answers: presence.catchUp(user, uins), later: { errand: showLate(uins, { user, presence }) } }
}

function* showLate(uins: readonly Uin[], context: Pick<Context, 'user' | 'presence'>): Waiting<Effects> {
  yield* remember(uins, context)
  return { answers: context.presence.catchUp(context.user, uins) }
}
