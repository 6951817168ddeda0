import type { DatabaseSync } from 'node:sqlite'
import { type Needs, rememberedMax } from '@seekyou/service'

type Remember = Needs['rememberContacts']
type Allow = Needs['allowContact']

/** Remembers whom somebody has, and once had, on their list, and whose presence they may see. Both are to be called in a transaction. */
export function contactKeeper(database: DatabaseSync): {
  remember(ask: Remember['ask']): Remember['answer']
  allow(ask: Allow['ask']): Allow['answer']
} {
  const exists = database.prepare('SELECT 1 FROM accounts WHERE uin = ?')
  const count = database.prepare('SELECT count(*) AS remembered FROM contacts WHERE uin = ?')
  const find = database.prepare(
    `SELECT (SELECT allowed FROM contacts WHERE uin = ?1 AND contact = ?2) AS allowed,
       (SELECT needs_authorization FROM accounts WHERE uin = ?2) AS asks`,
  )
  const set = database.prepare(
    `INSERT INTO contacts (uin, contact, allowed) VALUES (?, ?, ?)
     ON CONFLICT (uin, contact) DO UPDATE SET allowed = excluded.allowed`,
  )
  // What stands there already is not written again: most people come with the list that they had.
  const announce = database.prepare(
    `INSERT INTO contact_lists (uin, announced) VALUES (?, ?)
     ON CONFLICT (uin) DO UPDATE SET announced = excluded.announced WHERE announced <> excluded.announced`,
  )
  return {
    remember({ uin, contacts, list, allowsAll }) {
      if (!exists.get(uin)) return { allowed: [] }
      announce.run(uin, JSON.stringify(list))
      let remembered = count.get(uin)?.remembered as number
      const allowed = contacts.filter((contact) => {
        const row = find.get(uin, contact)
        if (row?.allowed != null) return row.allowed === 1
        const isAllowed = allowsAll || row?.asks !== 1
        if (remembered < rememberedMax) {
          set.run(uin, contact, isAllowed ? 1 : 0)
          remembered += 1
        }
        return isAllowed
      })
      return { allowed }
    },

    allow({ uin, contact }) {
      const isKnown = exists.get(uin) !== undefined
      const isRemembered = find.get(uin, contact)?.allowed != null
      const hasRoom = (count.get(uin)?.remembered as number) < rememberedMax
      if (isKnown && (isRemembered || hasRoom)) set.run(uin, contact, 1)
      return undefined
    },
  }
}
