import type { Kysely } from 'kysely'
import type { Calls } from '../calls.ts'
import { AdministratorTaken, TokenTaken } from '../errors.ts'
import type { Administrator, Token } from '../office.ts'
import type { Tables } from '../tables.ts'

/** How exactly the last use of a token is known, in milliseconds: not every request of a program is worth a commit. */
const usedEveryMs = 60_000

/** Throws `AdministratorTaken`. */
export async function addAdministrator(
  db: Kysely<Tables>,
  { name, passwordHash }: Calls['addAdministrator']['ask'],
  now: number,
): Promise<undefined> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('administrators')
    .values({ name, password_hash: passwordHash, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) {
    throw new AdministratorTaken(`There is already an administrator ${name}. Choose another name.`)
  }
}

export async function listAdministrators(db: Kysely<Tables>): Promise<Administrator[]> {
  const rows = await db.selectFrom('administrators').selectAll().orderBy('name').execute()
  return rows.map((row) => ({ name: row.name, passwordHash: row.password_hash, createdAt: row.created_at }))
}

/** False: there is no such administrator. */
export async function setAdministratorPassword(
  db: Kysely<Tables>,
  { name, passwordHash }: Calls['setAdministratorPassword']['ask'],
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('administrators')
    .set({ password_hash: passwordHash })
    .where('name', '=', name)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The last one stays. */
export async function removeAdministrator(
  db: Kysely<Tables>,
  { name }: Calls['removeAdministrator']['ask'],
): Promise<Calls['removeAdministrator']['answer']> {
  const all = await listAdministrators(db)
  // The column compares without regard to capitals.
  const found = await db.selectFrom('administrators').select('name').where('name', '=', name).executeTakeFirst()
  if (!found) return 'unknown'
  if (all.length === 1) return 'last'
  await db.deleteFrom('administrators').where('name', '=', found.name).execute()
  return 'removed'
}

/** Throws `TokenTaken`. */
export async function addToken(
  db: Kysely<Tables>,
  { name, hash }: Calls['addToken']['ask'],
  now: number,
): Promise<undefined> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('tokens')
    .values({ name, hash, created_at: now, used_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) throw new TokenTaken(`There is already a token ${name}. Choose another name.`)
}

/** The name of the token with this hash, which is used at this moment. */
export async function useToken(
  db: Kysely<Tables>,
  { hash }: Calls['useToken']['ask'],
  now: number,
): Promise<string | undefined> {
  const row = await db.selectFrom('tokens').select(['name', 'used_at']).where('hash', '=', hash).executeTakeFirst()
  if (row && (row.used_at ?? 0) <= now - usedEveryMs) {
    const noted = db.updateTable('tokens').set({ used_at: now }).where('name', '=', row.name).execute()
    // A full disk must not keep out the program that could report it.
    await noted.catch(() => {})
  }
  return row?.name
}

export async function listTokens(db: Kysely<Tables>): Promise<Token[]> {
  const rows = await db.selectFrom('tokens').selectAll().orderBy('name').execute()
  return rows.map((row) => ({ name: row.name, createdAt: row.created_at, usedAt: row.used_at ?? undefined }))
}

/** False: there is no such token. */
export async function removeToken(db: Kysely<Tables>, { name }: Calls['removeToken']['ask']): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('tokens').where('name', '=', name).executeTakeFirst()
  return numDeletedRows > 0n
}
