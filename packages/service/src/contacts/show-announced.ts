import type { Event, Uin } from '@seekyou/language'
import type { Context } from '../handler.ts'
import type { Waiting } from '../needs.ts'
import { unrememberedOf } from '../presence/permission.ts'
import type { Effects } from '../told.ts'
import { remember } from './remember.ts'

/**
 * Takes these onto the user's contact list, shows those who are here, and says `end`. The store remembers them: behind the answer,
 * unless authorization is enforced; then the store has to say first who may be seen, and while it is away only the end is said.
 */
export function showAnnounced(uins: readonly Uin[], context: Context, end: readonly Event[]): Effects {
  const { user, presence } = context
  presence.addContacts(user, uins)
  const show = (): Effects => ({ answers: [...presence.showContacts(user, uins), ...end] })
  if (unrememberedOf(presence.get(user), uins).length === 0) return show()
  if (!presence.enforcesAuthorization) return { ...show(), later: { errand: remember(uins, context) } }
  return { later: { errand: rememberFirst(uins, context, show), unmet: { answers: end } } }
}

function* rememberFirst(uins: readonly Uin[], context: Context, show: () => Effects): Waiting<Effects> {
  yield* remember(uins, context)
  return show()
}
