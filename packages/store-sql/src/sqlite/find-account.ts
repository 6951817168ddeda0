import type { DatabaseSync } from 'node:sqlite'
import type { Uin } from '@seekyou/language'
import type { Account, Needs } from '@seekyou/service'
import { infoFromColumns, settingsFromColumns } from '../columns.ts'
import type { AccountColumns } from '../tables.ts'

type FindAccount = Needs['findAccount']

/** The columns of an account as the service sees it. */
export const accountColumns =
  'password_hash, banned_at, leaves_at, nick, first, last, email, needs_authorization, direct, publishes_email, stored_max, is_limited'

/** Finds an account and who has messages waiting for it, the longest waiting first. */
export function accountFinder(database: DatabaseSync): (ask: FindAccount['ask']) => FindAccount['answer'] {
  const find = database.prepare(`SELECT ${accountColumns} FROM accounts WHERE uin = ?`)
  const senders = database.prepare('SELECT sender FROM messages WHERE recipient = ? GROUP BY sender ORDER BY min(id)')
  return ({ uin }) => {
    const row = find.get(uin) as unknown as AccountColumns | undefined
    return row && { account: accountFrom(uin, row), waitingFrom: senders.all(uin).map(({ sender }) => sender as Uin) }
  }
}

/** An account out of its columns. */
export const accountFrom = (uin: Uin, row: Omit<AccountColumns, 'uin'>): Account => ({
  uin,
  passwordHash: row.password_hash,
  isBanned: row.banned_at !== null || row.leaves_at !== null,
  info: infoFromColumns(row),
  settings: settingsFromColumns(row),
})
