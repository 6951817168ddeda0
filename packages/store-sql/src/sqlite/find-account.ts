import type { DatabaseSync } from 'node:sqlite'
import type { Uin } from '@seekyou/language'
import type { Needs } from '@seekyou/service'
import { infoFromColumns, settingsFromColumns } from '../columns.ts'
import type { AccountColumns } from '../tables.ts'

type FindAccount = Needs['findAccount']

/** Finds an account and who has messages waiting for it, the longest waiting first. */
export function accountFinder(database: DatabaseSync): (ask: FindAccount['ask']) => FindAccount['answer'] {
  const find = database.prepare(
    `SELECT password_hash, banned_at, nick, first, last, email, needs_authorization,
       direct, publishes_email, stored_max, is_limited FROM accounts WHERE uin = ?`,
  )
  const senders = database.prepare('SELECT sender FROM messages WHERE recipient = ? GROUP BY sender ORDER BY min(id)')
  return ({ uin }) => {
    const row = find.get(uin) as unknown as AccountColumns | undefined
    if (!row) return undefined
    const account = {
      uin,
      passwordHash: row.password_hash,
      isBanned: row.banned_at !== null,
      info: infoFromColumns(row),
      settings: settingsFromColumns(row),
    }
    return { account, waitingFrom: senders.all(uin).map(({ sender }) => sender as Uin) }
  }
}
