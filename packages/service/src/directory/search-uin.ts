import type { Handler } from '../handler.ts'
import { ask, type Waiting } from '../needs.ts'
import type { Effects } from '../told.ts'

/** Finds whoever has a number, also somebody who hides from searches: the number was known already. */
export const searchUin: Handler<'searchUin'> = ({ uin }) => ({ later: { errand: search(uin), unmet: foundNobody } })

function* search(uin: Parameters<Handler<'searchUin'>>[0]['uin']): Waiting<Effects> {
  const profile = yield* ask({ name: 'findProfile', uin })
  if (!profile) return foundNobody
  return { answers: [{ name: 'userFound', uin, info: profile.info }, ...foundNobody.answers] }
}

const foundNobody = { answers: [{ name: 'searchEnded', hasMore: false }] } as const satisfies Effects
