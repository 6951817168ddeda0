import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { Text, Uin } from '@seekyou/language'
import type { Needs } from '@seekyou/service'
import type { AccountColumns } from '../tables.ts'
import { shownInfo } from './find-profile.ts'
import { after, folded } from './folded.ts'

type SearchUsers = Needs['searchUsers']

interface Condition {
  readonly sql: string
  readonly values: readonly SQLInputValue[]
}

/**
 * Finds who is not hidden, banned or about to leave. What begins with a text lies between that text and the next one of its length, so an
 * index answers and no byte has a special meaning.
 */
export function userSearcher(database: DatabaseSync): (ask: SearchUsers['ask']) => SearchUsers['answer'] {
  const statements = new Map<string, StatementSync>()
  return ({ nick, first, last, email, most }) => {
    const conditions = [
      ...beginsWith('folded_nick', nick),
      ...beginsWith('folded_first', first),
      ...beginsWith('folded_last', last),
      ...(email.length === 0 ? [] : [{ sql: 'folded_email = ?', values: [folded(email)] }]),
    ]
    const where = ['is_hidden = 0', ...conditions.map(({ sql }) => sql)].join(' AND ')
    let statement = statements.get(where)
    if (!statement) {
      // The sign keeps SQLite from walking through all accounts in the order of their numbers instead of using an index.
      statement = database.prepare(
        `SELECT * FROM accounts WHERE uin IN (SELECT uin FROM accounts WHERE ${where} ORDER BY +uin LIMIT ?) ORDER BY uin`,
      )
      statements.set(where, statement)
    }
    const rows = statement.all(...conditions.flatMap(({ values }) => values), most + 1) as unknown as AccountColumns[]
    const found = rows.slice(0, most).map((row) => ({ uin: row.uin as Uin, info: shownInfo(row) }))
    return { found, hasMore: rows.length > most }
  }
}

function beginsWith(column: string, text: Text): Condition[] {
  if (text.length === 0) return []
  const from = folded(text)
  const to = after(from)
  const isFrom = { sql: `${column} >= ?`, values: [from] }
  return to ? [isFrom, { sql: `${column} < ?`, values: [to] }] : [isFrom]
}
