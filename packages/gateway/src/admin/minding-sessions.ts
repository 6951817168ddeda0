import type { Meet } from '@seekyou/office'
import type { Sessions } from './sessions.ts'

/** After these requests the administrator whom they name is signed out of every browser. */
const ending: ReadonlySet<string> = new Set(['removeAdministrator', 'setAdministratorPassword'])

/** The same office, which ends the sessions that lose their ground by what is asked of it. */
export function mindingSessions(meet: Meet, sessions: Sessions): Meet {
  return async (name, ask, by) => {
    const answer = await meet(name, ask, by)
    if (ending.has(name)) sessions.closeAll((ask as { readonly name: string }).name)
    return answer
  }
}
