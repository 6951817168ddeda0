import type { DatabaseSync } from 'node:sqlite'
import type { Info } from '@seekyou/language'
import type { Needs } from '@seekyou/service'
import { extInfoFromColumns, infoFromColumns } from '../columns.ts'
import type { AccountColumns } from '../tables.ts'

type FindProfile = Needs['findProfile']

/** Finds both profiles of somebody, as everybody may see them. */
export function profileFinder(database: DatabaseSync): (ask: FindProfile['ask']) => FindProfile['answer'] {
  const find = database.prepare('SELECT * FROM accounts WHERE uin = ?')
  return ({ uin }) => {
    const row = find.get(uin) as unknown as AccountColumns | undefined
    return row && { info: shownInfo(row), extInfo: extInfoFromColumns(row) }
  }
}

/** The short profile without the e-mail address, unless its owner publishes it. */
export function shownInfo(row: AccountColumns): Info {
  const info = infoFromColumns(row)
  return row.publishes_email === 1 ? info : { ...info, email: new Uint8Array(0) }
}
