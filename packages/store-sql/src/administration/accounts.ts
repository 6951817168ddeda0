import { emptyExtInfo, emptyInfo, firstPersonalUin, type Uin } from '@seekyou/language'
import { ordinarySettings } from '@seekyou/service'
import { type Kysely, sql } from 'kysely'
import type { AccountChanges, AccountRecord, Added, Ban, ListedAccount, NewAccount } from '../accounts.ts'
import type { Calls } from '../calls.ts'
import {
  bit,
  extInfoFromColumns,
  extInfoToColumns,
  infoFromColumns,
  infoToColumns,
  settingsFromColumns,
  settingsToColumns,
} from '../columns.ts'
import type { AccountColumns, Tables } from '../tables.ts'
import { unknownUin } from '../unknown-uin.ts'
import { takeFreeUin } from './free-uin.ts'

/** Adds accounts one after another. To be called in a transaction. */
export async function addAccounts(
  db: Kysely<Tables>,
  accounts: readonly NewAccount[],
  { firstUin }: { readonly firstUin: number },
  now: number,
): Promise<Added[]> {
  const added: Added[] = []
  for (const { uin = await takeFreeUin(db, firstUin), ...rest } of accounts) {
    const refused = await whyNot(db, uin)
    if (refused) {
      added.push({ uin, refused })
      continue
    }
    await db
      .insertInto('accounts')
      .values(toColumns({ ...untold, createdAt: now, ...rest, uin }))
      .execute()
    added.push({ uin })
  }
  return added
}

/** What an account is when nothing is said of it. */
const untold = {
  codePage: undefined,
  info: emptyInfo,
  extInfo: emptyExtInfo,
  settings: ordinarySettings,
  hides: false,
  ban: undefined,
  leavesAt: undefined,
} satisfies Partial<AccountRecord>

async function whyNot(db: Kysely<Tables>, uin: Uin): Promise<'taken' | 'removed' | 'reserved' | undefined> {
  if (uin < firstPersonalUin) return 'reserved'
  if (await db.selectFrom('accounts').select('uin').where('uin', '=', uin).executeTakeFirst()) return 'taken'
  if (await db.selectFrom('removed_uins').select('uin').where('uin', '=', uin).executeTakeFirst()) return 'removed'
  return undefined
}

/** Accounts by number, from the one after `after` on. */
export async function listAccounts(
  db: Kysely<Tables>,
  { after, most }: Calls['listAccounts']['ask'],
): Promise<ListedAccount[]> {
  const rows = await listed(db).where('uin', '>', after).limit(most).execute()
  return rows.map(toListed)
}

/** Those of these accounts that there are, by number. */
export async function readAccounts(db: Kysely<Tables>, uins: readonly number[]): Promise<ListedAccount[]> {
  const rows = await listed(db)
    .where('uin', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(uins)}))`)
    .execute()
  return rows.map(toListed)
}

const linkOf = 'FROM links WHERE links.uin = accounts.uin'

const listed = (db: Kysely<Tables>) =>
  db
    .selectFrom('accounts')
    .selectAll()
    .select([
      sql<number>`(SELECT count(*) FROM messages WHERE recipient = accounts.uin)`.as('waiting'),
      sql<0 | 1>`EXISTS (SELECT 1 ${sql.raw(linkOf)} AND ended_at IS NULL)`.as('has_link'),
      sql<number | null>`(SELECT ended_at ${sql.raw(linkOf)})`.as('last_on_at'),
    ])
    .orderBy('uin')

const toListed = (
  row: AccountColumns & { waiting: number; has_link: 0 | 1; last_on_at: number | null },
): ListedAccount => ({
  ...fromColumns(row),
  waiting: row.waiting,
  hasLink: row.has_link === 1,
  lastOnAt: row.last_on_at ?? undefined,
})

/** Throws `UinUnknown`. To be called in a transaction. */
export async function setAccount(db: Kysely<Tables>, uin: Uin, changes: AccountChanges): Promise<undefined> {
  const row = await db.selectFrom('accounts').selectAll().where('uin', '=', uin).executeTakeFirst()
  if (!row) throw unknownUin(uin)
  const before = fromColumns(row)
  const after = {
    ...before,
    ...changes,
    info: { ...before.info, ...changes.info },
    settings: { ...before.settings, ...changes.settings },
  }
  await db.updateTable('accounts').set(toColumns(after)).where('uin', '=', uin).execute()
  // Whoever has the link has not shown the new password, or must not be here.
  if (changes.passwordHash !== undefined || changes.ban || changes.leavesAt !== undefined) await endLink(db, uin)
}

/** Deletes the account, and with it its messages; the number stays taken. To be called in a transaction. Throws `UinUnknown`. */
export async function removeAccount(db: Kysely<Tables>, uin: Uin, now: number): Promise<undefined> {
  const { numDeletedRows } = await db.deleteFrom('accounts').where('uin', '=', uin).executeTakeFirst()
  if (numDeletedRows === 0n) throw unknownUin(uin)
  await db.insertInto('removed_uins').values({ uin, removed_at: now }).execute()
  await endLink(db, uin)
}

/** Removes the accounts whose time has come, as far as there are at most `most`, and says which. To be called in a transaction. */
export async function removeLeavers(
  db: Kysely<Tables>,
  { at, most }: Calls['removeLeavers']['ask'],
): Promise<readonly Uin[]> {
  const rows = await db.selectFrom('accounts').select('uin').where('leaves_at', '<=', at).limit(most).execute()
  const uins = rows.map(({ uin }) => uin as Uin)
  for (const uin of uins) await removeAccount(db, uin, at)
  return uins
}

/** Whoever takes up the links of a former node is to know that this one is over. */
async function endLink(db: Kysely<Tables>, uin: Uin): Promise<void> {
  const aliveAt = db.selectFrom('counters').select('value').where('name', '=', 'aliveAt')
  await db
    .updateTable('links')
    .set({ visit: '', numbers: '', ended_at: sql`ifnull((${aliveAt}), 0)` })
    .where('uin', '=', uin)
    .where('ended_at', 'is', null)
    .execute()
}

const toColumns = (account: AccountRecord): AccountColumns => ({
  uin: account.uin,
  password_hash: account.passwordHash,
  code_page: account.codePage ?? null,
  created_at: account.createdAt,
  hides: bit(account.hides),
  banned_at: account.ban?.at ?? null,
  ban_reason: account.ban?.reason ?? null,
  leaves_at: account.leavesAt ?? null,
  ...infoToColumns(account.info),
  ...extInfoToColumns(account.extInfo),
  ...settingsToColumns(account.settings),
})

const fromColumns = (row: AccountColumns): AccountRecord => ({
  uin: row.uin as Uin,
  passwordHash: row.password_hash,
  codePage: row.code_page ?? undefined,
  createdAt: row.created_at,
  info: infoFromColumns(row),
  extInfo: extInfoFromColumns(row),
  settings: settingsFromColumns(row),
  hides: row.hides === 1,
  ban: banOf(row),
  leavesAt: row.leaves_at ?? undefined,
})

const banOf = ({ banned_at, ban_reason }: AccountColumns): Ban | undefined =>
  banned_at === null ? undefined : { at: banned_at, reason: ban_reason ?? '' }
