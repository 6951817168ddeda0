import type { ExtInfo, Uin } from '@seekyou/language'
import type { Handler } from '../handler.ts'
import { ask, type Waiting } from '../needs.ts'
import type { Effects } from '../told.ts'

/** Replaces the user's long profile. */
export const updateExtInfo: Handler<'updateExtInfo'> = ({ extInfo }, { user }) => ({
  later: { errand: update(user, extInfo), unmet: refused },
})

function* update(uin: Uin, extInfo: ExtInfo): Waiting<Effects> {
  const isUpdated = yield* ask({ name: 'updateExtInfo', uin, extInfo })
  return isUpdated ? { answers: [{ name: 'extInfoUpdated' }] } : refused
}

const refused: Effects = { answers: [{ name: 'extInfoNotUpdated' }] }
