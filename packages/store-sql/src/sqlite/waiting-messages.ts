import type { DatabaseSync } from 'node:sqlite'
import type { Uin } from '@seekyou/language'
import type { Calls } from '../calls.ts'
import { packMessages } from '../packed-messages.ts'

type WaitingMessages = Calls['waitingMessages']

/** Reads the messages that wait for somebody, oldest first. */
export function waitingMessagesReader(
  database: DatabaseSync,
): (ask: WaitingMessages['ask']) => WaitingMessages['answer'] {
  const read = database.prepare(
    'SELECT id, sender, kind, text, at FROM messages WHERE recipient = ? ORDER BY id LIMIT ?',
  )
  return ({ uin, most }) =>
    packMessages(
      read.all(uin, most).map((row) => ({
        id: row.id as number,
        to: uin,
        from: row.sender as Uin,
        kind: row.kind as number,
        text: row.text as Uint8Array,
        at: row.at as number,
      })),
    )
}
