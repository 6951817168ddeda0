import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Calls } from '../calls.ts'
import { after, folded } from './folded.ts'

type FindAccounts = Calls['findAccounts']

interface FoundAccounts {
  readonly uins: readonly number[]
  readonly total: number
}

/** Greater than every text that a datagram can bring. */
const endless = new Uint8Array(1_024).fill(0xff)

/** Finds accounts for the operator, hidden ones included: their numbers, some at a time, and how many there are. */
export function accountsFinder(database: DatabaseSync): (ask: FindAccounts['ask']) => FoundAccounts {
  // One text with all numbers travels much faster out of SQLite than a row for each.
  const numbers = (from: string) => {
    const statement = database.prepare(`SELECT json_group_array(uin) AS uins FROM ${from}`)
    return (...values: SQLInputValue[]) => JSON.parse(statement.get(...values)?.uins as string) as number[]
  }
  const byText = ['folded_nick', 'folded_first', 'folded_last', 'folded_email'].map((column) =>
    numbers(`accounts WHERE ${column} >= ? AND ${column} < ?`),
  )
  const byNumber = numbers('accounts WHERE uin BETWEEN ? AND ?')
  const page = database.prepare('SELECT uin FROM accounts WHERE uin > ? ORDER BY uin LIMIT ?')
  const count = database.prepare('SELECT count(*) AS total FROM accounts')
  const linkedPage = database.prepare('SELECT uin FROM links WHERE uin > ? AND ended_at IS NULL ORDER BY uin LIMIT ?')
  const only = {
    banned: numbers('accounts WHERE banned_at IS NOT NULL'),
    leaving: numbers('accounts WHERE leaves_at IS NOT NULL'),
    linked: numbers('links WHERE uin IN (SELECT value FROM json_each(?)) AND ended_at IS NULL'),
  }

  function matching({ texts = [], numbers = [] }: FindAccounts['ask']): number[] {
    const found = [
      ...numbers.map(([low, high]) => byNumber(low, high)),
      ...texts.flatMap((text) => byText.map((find) => find(folded(text), after(folded(text)) ?? endless))),
    ]
    return [...new Set(found.flat())]
  }

  return (ask) => {
    const isLimited = ask.texts !== undefined || ask.numbers !== undefined
    if (!isLimited && (ask.only === undefined || ask.only === 'linked')) {
      const rows = (ask.only === undefined ? page : linkedPage).all(ask.after, ask.most)
      const total = ask.only === undefined ? (count.get()?.total as number) : 0
      return { uins: rows.map(({ uin }) => uin as number), total }
    }
    const found = isLimited ? matching(ask) : undefined
    const chosen = ask.only === 'linked' ? only.linked(JSON.stringify(found)) : ask.only && only[ask.only]()
    const both = found && chosen ? [...new Set(found).intersection(new Set(chosen))] : (found ?? chosen ?? [])
    const uins = both
      .filter((uin) => uin > ask.after)
      .sort((a, b) => a - b)
      .slice(0, ask.most)
    return { uins, total: both.length }
  }
}
