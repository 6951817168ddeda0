import type { DatabaseSync } from 'node:sqlite'
import type { Calls } from '../calls.ts'

type ExpireMessages = Calls['expireMessages']

/** How many messages are looked at in one transaction: so many take about ten milliseconds, in which nobody else is answered. */
const atOnce = 500

/** Removes the old ones among the next messages. To be called in a transaction. */
export function messageExpirer(database: DatabaseSync): (ask: ExpireMessages['ask']) => ExpireMessages['answer'] {
  const end = database.prepare('SELECT id FROM messages WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?')
  const remove = database.prepare('DELETE FROM messages WHERE id > ? AND id <= ? AND at < ?')
  return ({ olderThan, after }) => {
    const next = end.get(after, atOnce - 1)?.id as number | undefined
    const { changes } = remove.run(after, next ?? Number.MAX_SAFE_INTEGER, olderThan)
    return { removed: Number(changes), after: next }
  }
}
