import type { Uin } from '@seekyou/language'
import type { Kysely, Selectable } from 'kysely'
import type { Invite, Maker } from '../accounts.ts'
import type { Calls } from '../calls.ts'
import { InviteTaken, TooManyInvites } from '../errors.ts'
import type { Tables } from '../tables.ts'

/** To be called in a transaction. Throws `InviteTaken` or `TooManyInvites`. */
export async function addInvite(
  db: Kysely<Tables>,
  { code, uses, expiresAt, maker }: Calls['addInvite']['ask'],
  now: number,
): Promise<undefined> {
  if (maker) await makeRoom(db, maker, now)
  const row = { code, uses_left: uses, expires_at: expiresAt ?? null, created_at: now, made_by: maker?.uin ?? null }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('invites')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) {
    throw new InviteTaken(`There is already an invite "${code}". Choose another code, or remove that one first.`)
  }
}

async function makeRoom(db: Kysely<Tables>, { uin, openMax }: Maker, now: number): Promise<void> {
  await db
    .deleteFrom('invites')
    .where('made_by', '=', uin)
    .where((row) => row.or([row('uses_left', '=', 0), row('expires_at', '<=', now)]))
    .execute()
  const open = await invitesOf(db, uin)
  if (open.length >= openMax) {
    throw new TooManyInvites(`${uin} has ${open.length} open invites: wait until one is used or has expired.`)
  }
}

export async function listInvites(db: Kysely<Tables>): Promise<Invite[]> {
  return (await db.selectFrom('invites').selectAll().orderBy('created_at').orderBy('code').execute()).map(fromRow)
}

export async function invitesOf(db: Kysely<Tables>, uin: Uin): Promise<Invite[]> {
  const own = db.selectFrom('invites').selectAll().where('made_by', '=', uin)
  return (await own.orderBy('created_at').orderBy('code').execute()).map(fromRow)
}

/** True when there was such an invite. */
export async function removeInvite(db: Kysely<Tables>, code: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('invites').where('code', '=', code).executeTakeFirst()
  return numDeletedRows > 0n
}

const fromRow = (row: Selectable<Tables['invites']>): Invite => ({
  code: row.code,
  usesLeft: row.uses_left,
  expiresAt: row.expires_at ?? undefined,
  createdAt: row.created_at,
  madeBy: (row.made_by ?? undefined) as Uin | undefined,
})
