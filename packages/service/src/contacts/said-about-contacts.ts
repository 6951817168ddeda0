// Some messages mean something to the server besides being delivered.
import { type Intent, messageKind, plainKind } from '@seekyou/language'
import type { Context } from '../handler.ts'
import { notice } from '../messaging/notice.ts'
import { ask, type Waiting } from '../needs.ts'
import { type Effects, nothing } from '../told.ts'
import { mayClientTell } from './additions.ts'

/** True for a message that says what the server has just said: it is acknowledged and goes nowhere. */
export function isToldAlready({ to, kind }: Intent<'sendMessage'>, { user, now, presence }: Context): boolean {
  if (plainKind(kind) !== messageKind.youWereAdded) return false
  const adder = presence.get(user)
  return adder !== undefined && !mayClientTell(adder, to, now)
}

/**
 * Who grants authorization may be seen by the recipient from here on: at once if that one has asked, and for good when the store
 * has it. To refuse takes nothing away that was granted before.
 */
export function grantedBy({ to, kind }: Intent<'sendMessage'>, context: Context): Effects {
  if (plainKind(kind) !== messageKind.authorizationGranted) return nothing
  const { user, presence } = context
  return { told: presence.allow(to, user), later: { errand: allow({ to }, context), unmet: notKept(to) } }
}

/** The grant holds for this visit and not beyond, so whoever gave it should give it again. */
const notKept = (to: number): Effects => ({
  answers: [notice(`The server could not write down that ${to} may see you. Please authorize ${to} again later.`)],
})

function* allow({ to }: Pick<Intent<'sendMessage'>, 'to'>, { user, presence }: Context): Waiting<Effects> {
  yield* ask({ name: 'allowContact', uin: to, contact: user })
  // The recipient may have asked meanwhile, and have been told no.
  return { told: presence.allow(to, user) }
}
