import type { Event, Intent } from '@seekyou/language'
import type { Handler } from '../handler.ts'
import { ask, type Waiting } from '../needs.ts'
import type { Effects } from '../told.ts'

/** As many results as original clients could show (docs/protocol/limits.md). */
const resultsMax = 40

/** Finds people by the beginnings of their names, or by e-mail address. A search for nothing finds nobody. */
export const searchUser: Handler<'searchUser'> = (intent) => {
  const { nick, first, last, email } = intent
  const isEmpty = [nick, first, last, email].every(({ length }) => length === 0)
  return isEmpty ? ended(false) : { later: { errand: search(intent), unmet: ended(true) } }
}

function* search({ nick, first, last, email }: Intent<'searchUser'>): Waiting<Effects> {
  const { found, hasMore } = yield* ask({ name: 'searchUsers', nick, first, last, email, most: resultsMax })
  const results = found.map(({ uin, info }): Event<'userFound'> => ({ name: 'userFound', uin, info }))
  return { answers: [...results, { name: 'searchEnded', hasMore }] }
}

const ended = (hasMore: boolean): Effects => ({ answers: [{ name: 'searchEnded', hasMore }] })
