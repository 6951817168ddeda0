import type { DatabaseSync } from 'node:sqlite'
import type { Message, Need, Refusal } from '@seekyou/service'
import type { Calls } from '../calls.ts'
import { unpackMessages } from '../packed-messages.ts'
import { linkKeeper } from './links.ts'
import type { Opened } from './open-database.ts'
import { transaction } from './transaction.ts'

type Commit = Calls['commit']
type Limits = Pick<Need<'commit'>, 'storedMax' | 'storedFromOneMax'>

/** Keeps and forgets messages, and keeps links, one transaction for each call. On the road of every message that waits: statements are prepared once. */
export function committer({ database, messageIds }: Opened): (ask: Commit['ask']) => Promise<Commit['answer']> {
  const insert = database.prepare(
    'INSERT INTO messages (id, recipient, sender, kind, text, at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const remove = database.prepare('DELETE FROM messages WHERE id = ?')
  const newGatekeeper = gatekeepers(database)
  const keepLinks = linkKeeper(database)

  return async (ask) => {
    const { keep, forget, storedMax, storedFromOneMax } = ask
    const messages = unpackMessages(keep)
    const refused: Refusal[] = []
    const tellsOfLinks = ask.links !== undefined || ask.ended !== undefined || ask.at !== undefined
    if (messages.length === 0 && forget.length === 0 && !tellsOfLinks) return { refused }
    let setAside: (() => void) | undefined
    await transaction(database, () => {
      if (tellsOfLinks) keepLinks(ask)
      const admit = newGatekeeper({ storedMax, storedFromOneMax })
      let highest = 0
      for (const message of messages) {
        const { id, to, from, kind, text, at } = message
        const because = admit(message)
        if (because) refused.push({ id, because })
        else insert.run(id, to, from, kind, text, at)
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

/** For one transaction: says why a message cannot be kept, and counts it when it can. */
function gatekeepers(database: DatabaseSync): (limits: Limits) => (message: Message) => Refusal['because'] | undefined {
  const find = database.prepare(
    'SELECT stored_max AS most, (SELECT count(*) FROM messages WHERE recipient = uin) AS waiting FROM accounts WHERE uin = ?',
  )
  const count = database.prepare('SELECT count(*) AS waiting FROM messages WHERE recipient = ? AND sender = ?')
  const fromOne = (to: number, from: number) => count.get(to, from)?.waiting as number

  return ({ storedMax, storedFromOneMax }) => {
    const mailboxes = new Map<number, Mailbox | undefined>()
    const lookUp = (to: number): Mailbox | undefined => {
      const row = find.get(to) as unknown as { most: number | null; waiting: number } | undefined
      const mailbox = row && { most: row.most ?? storedMax, waiting: row.waiting }
      mailboxes.set(to, mailbox)
      return mailbox
    }
    return ({ to, from }) => {
      const mailbox = mailboxes.has(to) ? mailboxes.get(to) : lookUp(to)
      if (!mailbox) return 'unknown'
      if (mailbox.waiting >= mailbox.most) return 'full'
      // Nobody has more messages in a mailbox than there are in it, so there is rarely anything to count.
      if (mailbox.waiting >= storedFromOneMax && fromOne(to, from) >= storedFromOneMax) return 'fullOfSender'
      mailbox.waiting += 1
      return undefined
    }
  }
}

interface Mailbox {
  readonly most: number
  waiting: number
}
