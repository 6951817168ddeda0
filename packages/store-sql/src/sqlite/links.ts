import type { DatabaseSync } from 'node:sqlite'
import type { Need } from '@seekyou/service'
import { aliveAtReader } from './alive-at.ts'

type Kept = Pick<Need<'commit'>, 'links' | 'ended' | 'at'>

/** Keeps links and when they ended. To be called in a transaction. On the road of messages: statements are prepared once. */
export function linkKeeper(database: DatabaseSync): (kept: Kept) => void {
  const replace = database.prepare('UPDATE links SET visit = ?, numbers = ?, ended_at = NULL WHERE uin = ?')
  const add = database.prepare(
    'INSERT INTO links (visit, numbers, uin) SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM accounts WHERE uin = ?3)',
  )
  const changeVisit = database.prepare('UPDATE links SET visit = ? WHERE uin = ? AND ended_at IS NULL')
  const changeNumbers = database.prepare('UPDATE links SET numbers = ? WHERE uin = ? AND ended_at IS NULL')
  // Where somebody was who has left is nobody's business.
  const end = database.prepare(`UPDATE links SET visit = '', numbers = '', ended_at = ? WHERE uin = ?`)
  const setAliveAt = database.prepare(
    `INSERT INTO counters (name, value) VALUES ('aliveAt', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  )
  const aliveAt = aliveAtReader(database)

  return ({ links = [], ended = [], at }) => {
    if (at !== undefined) setAliveAt.run(at)
    for (const { uin, visit, numbers } of links) {
      if (visit !== undefined && numbers !== undefined) {
        if (replace.run(visit, numbers, uin).changes === 0) add.run(visit, numbers, uin)
      } else if (visit !== undefined) changeVisit.run(visit, uin)
      else if (numbers !== undefined) changeNumbers.run(numbers, uin)
    }
    if (ended.length === 0) return
    const endedAt = aliveAt()
    for (const uin of ended) end.run(endedAt, uin)
  }
}
