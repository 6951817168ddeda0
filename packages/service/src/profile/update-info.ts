import type { Intent } from '@seekyou/language'
import type { Context, Handler } from '../handler.ts'
import { ask, type Waiting } from '../needs.ts'
import type { Effects } from '../told.ts'

/** Replaces the user's short profile. Whether they want to be asked before they are added stays as it was when it is left out. */
export const updateInfo: Handler<'updateInfo'> = (intent, context) => ({
  later: { errand: update(intent, context), unmet: refused },
})

function* update(
  { nick, first, last, email, needsAuthorization }: Intent<'updateInfo'>,
  { user, now, presence }: Context,
): Waiting<Effects> {
  const before = presence.get(user)?.info.needsAuthorization ?? false
  // The texts are views into a datagram, and this profile stays.
  const info = {
    nick: nick.slice(),
    first: first.slice(),
    last: last.slice(),
    email: email.slice(),
    needsAuthorization: needsAuthorization ?? before,
  }
  if (!(yield* ask({ name: 'updateInfo', uin: user, info }))) return refused
  return { answers: [{ name: 'infoUpdated' }], told: presence.changeInfo(user, info, now) }
}

const refused: Effects = { answers: [{ name: 'infoNotUpdated' }] }
