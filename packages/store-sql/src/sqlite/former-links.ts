import type { DatabaseSync } from 'node:sqlite'
import type { Uin } from '@seekyou/language'
import { endedKeptMs, type FormerLink } from '@seekyou/service'
import type { Calls } from '../calls.ts'
import type { AccountColumns } from '../tables.ts'
import { aliveAtReader } from './alive-at.ts'
import { accountColumns, accountFrom } from './find-account.ts'

type FormerLinksPage = Calls['formerLinks']
type LinkRow = AccountColumns & { readonly visit: string; readonly numbers: string }

/** How many links travel at once: one message between threads must not grow with their number. */
const atOnce = 2_000

/** Reads the next links by number. With the first ones come those that ended, and those of removed accounts that ended before are deleted. To be called in a transaction. */
export function formerLinksReader(database: DatabaseSync): (ask: FormerLinksPage['ask']) => FormerLinksPage['answer'] {
  const live = 'uin > ? AND uin <= ? AND ended_at IS NULL'
  const read = database.prepare(
    `SELECT uin, ${accountColumns}, visit, numbers FROM links JOIN accounts USING (uin)
     WHERE uin > ? AND ended_at IS NULL AND banned_at IS NULL AND leaves_at IS NULL ORDER BY uin LIMIT ${atOnce}`,
  )
  const senders = database.prepare(
    `SELECT uin, sender AS other FROM links CROSS JOIN messages ON recipient = uin
     WHERE ${live} GROUP BY uin, sender ORDER BY uin, min(id)`,
  )
  const refusing = database.prepare(
    `SELECT uin, contact AS other FROM links CROSS JOIN contacts USING (uin) WHERE ${live} AND allowed = 0`,
  )
  const ended = database.prepare('SELECT uin, ended_at AS at FROM links WHERE ended_at > ? ORDER BY uin')
  const forget = database.prepare('DELETE FROM links WHERE ended_at <= ? AND uin IN (SELECT uin FROM removed_uins)')
  const readAliveAt = aliveAtReader(database)

  return ({ after }) => {
    const at = readAliveAt()
    const isFirst = after === 0
    if (isFirst) forget.run(at - endedKeptMs)
    const rows = read.all(after) as unknown as LinkRow[]
    const last = rows.at(-1)?.uin ?? after
    const waiting = grouped(senders.all(after, last))
    const refusals = grouped(refusing.all(after, last))
    const links = rows.map(
      ({ uin, visit, numbers, ...row }): FormerLink => ({
        account: accountFrom(uin as Uin, row),
        waitingFrom: waiting.get(uin) ?? [],
        refusedBy: refusals.get(uin) ?? [],
        visit,
        numbers,
      }),
    )
    const hasMore = rows.length === atOnce
    return {
      at,
      links,
      ended: isFirst ? ended.all(at - endedKeptMs).map((row) => ({ uin: row.uin as Uin, at: row.at as number })) : [],
      after: hasMore ? last : undefined,
    }
  }
}

function grouped(rows: readonly Record<string, unknown>[]): Map<number, Uin[]> {
  const groups = new Map<number, Uin[]>()
  for (const { uin, other } of rows) {
    const group = groups.get(uin as number)
    if (group) group.push(other as Uin)
    else groups.set(uin as number, [other as Uin])
  }
  return groups
}
