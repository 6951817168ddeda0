import type { DatabaseSync } from 'node:sqlite'
import type { Refusal } from '@seekyou/service'
import type { Calls } from '../calls.ts'
import { unpackMessages } from '../packed-messages.ts'
import type { Opened } from './open-database.ts'
import { transaction } from './transaction.ts'

type Commit = Calls['commit']

/** Keeps and forgets messages, one transaction for each call. On the road of every message that waits: statements are prepared once. */
export function committer({ database, messageIds }: Opened): (ask: Commit['ask']) => Promise<Commit['answer']> {
  const waitingFor = waitingCounter(database)
  const insert = database.prepare(
    'INSERT INTO messages (id, recipient, sender, kind, text, at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const remove = database.prepare('DELETE FROM messages WHERE id = ?')

  return async ({ keep, forget, storedMax }) => {
    const messages = unpackMessages(keep)
    const refused: Refusal[] = []
    if (messages.length === 0 && forget.length === 0) return { refused }
    let setAside: (() => void) | undefined
    await transaction(database, () => {
      const waiting = new Map<number, number | undefined>()
      let highest = 0
      for (const { id, to, from, kind, text, at } of messages) {
        const count = waiting.has(to) ? waiting.get(to) : waitingFor(to)
        const because = count === undefined ? 'unknown' : count >= storedMax ? 'full' : undefined
        if (because) refused.push({ id, because })
        else insert.run(id, to, from, kind, text, at)
        waiting.set(to, because || count === undefined ? count : count + 1)
        highest = Math.max(highest, id)
      }
      for (const id of forget) {
        remove.run(id)
        highest = Math.max(highest, id)
      }
      setAside = messageIds.use(highest)
    })
    setAside?.()
    return { refused }
  }
}

/** Counts the messages that wait for somebody; undefined when there is no such account. */
function waitingCounter(database: DatabaseSync): (uin: number) => number | undefined {
  const count = database.prepare(
    'SELECT (SELECT count(*) FROM messages WHERE recipient = uin) AS waiting FROM accounts WHERE uin = ?',
  )
  return (uin) => count.get(uin)?.waiting as number | undefined
}
