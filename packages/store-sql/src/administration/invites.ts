import type { Kysely } from 'kysely'
import type { Invite } from '../accounts.ts'
import type { Calls } from '../calls.ts'
import { InviteTaken } from '../errors.ts'
import type { Tables } from '../tables.ts'

/** Throws `InviteTaken`. */
export async function addInvite(
  db: Kysely<Tables>,
  { code, uses, expiresAt }: Calls['addInvite']['ask'],
  now: number,
): Promise<undefined> {
  const row = { code, uses_left: uses, expires_at: expiresAt ?? null, created_at: now }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('invites')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) {
    throw new InviteTaken(`There is already an invite "${code}". Choose another code, or remove that one first.`)
  }
}

export async function listInvites(db: Kysely<Tables>): Promise<Invite[]> {
  const rows = await db.selectFrom('invites').selectAll().orderBy('created_at').orderBy('code').execute()
  return rows.map((row) => ({
    code: row.code,
    usesLeft: row.uses_left,
    expiresAt: row.expires_at ?? undefined,
    createdAt: row.created_at,
  }))
}

/** True when there was such an invite. */
export async function removeInvite(db: Kysely<Tables>, code: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('invites').where('code', '=', code).executeTakeFirst()
  return numDeletedRows > 0n
}
