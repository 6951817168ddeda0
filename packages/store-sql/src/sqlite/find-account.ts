import type { DatabaseSync } from 'node:sqlite'
import type { Uin } from '@seekyou/language'
import type { Needs } from '@seekyou/service'

type FindAccount = Needs['findAccount']

/** Finds an account and who has messages waiting for it, the longest waiting first. */
export function accountFinder(database: DatabaseSync): (ask: FindAccount['ask']) => FindAccount['answer'] {
  const find = database.prepare('SELECT password_hash, nick FROM accounts WHERE uin = ?')
  const senders = database.prepare('SELECT sender FROM messages WHERE recipient = ? GROUP BY sender ORDER BY min(id)')
  return ({ uin }) => {
    const row = find.get(uin)
    if (!row) return undefined
    const account = { uin, passwordHash: row.password_hash as string, nick: row.nick as string }
    return { account, waitingFrom: senders.all(uin).map(({ sender }) => sender as Uin) }
  }
}
