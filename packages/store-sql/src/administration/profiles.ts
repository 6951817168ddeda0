import type { Uin } from '@seekyou/language'
import type { Needs } from '@seekyou/service'
import type { Kysely } from 'kysely'
import { extInfoToColumns, infoToColumns } from '../columns.ts'
import type { AccountColumns, Tables } from '../tables.ts'

/** What owners change of their own accounts. Each answers false when there is no such account. */
export const updateInfo = (db: Kysely<Tables>, { uin, info }: Needs['updateInfo']['ask']): Promise<boolean> =>
  update(db, uin, infoToColumns(info))

export const updateExtInfo = (db: Kysely<Tables>, { uin, extInfo }: Needs['updateExtInfo']['ask']): Promise<boolean> =>
  update(db, uin, extInfoToColumns(extInfo))

export const changePassword = (
  db: Kysely<Tables>,
  { uin, passwordHash }: Needs['changePassword']['ask'],
): Promise<boolean> => update(db, uin, { password_hash: passwordHash })

async function update(db: Kysely<Tables>, uin: Uin, columns: Partial<AccountColumns>): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('accounts').set(columns).where('uin', '=', uin).executeTakeFirst()
  return numUpdatedRows > 0n
}
