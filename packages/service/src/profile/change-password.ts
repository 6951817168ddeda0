import type { Text, Uin } from '@seekyou/language'
import type { Handler } from '../handler.ts'
import { ask, type Waiting } from '../needs.ts'
import type { Effects } from '../told.ts'

/** Gives the user another password, with which they sign on from the next time on. An empty one is refused. */
export const changePassword: Handler<'changePassword'> = ({ password }, { user }) =>
  password.length === 0 ? refused : { later: { errand: change(user, password), unmet: refused } }

function* change(uin: Uin, password: Text): Waiting<Effects> {
  const passwordHash = yield* ask({ name: 'hashPassword', password })
  const isChanged = yield* ask({ name: 'changePassword', uin, passwordHash })
  return isChanged ? { answers: [{ name: 'passwordChanged' }] } : refused
}

const refused: Effects = { answers: [{ name: 'passwordNotChanged' }] }
