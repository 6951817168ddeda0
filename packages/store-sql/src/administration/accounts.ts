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
  const waiting = sql<number>`(SELECT count(*) FROM messages WHERE recipient = uin)`.as('waiting')
  const rows = await db
    .selectFrom('accounts')
    .selectAll()
    .select(waiting)
    .where('uin', '>', after)
    .orderBy('uin')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...fromColumns(row), waiting: row.waiting }))
}

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
  if (changes.passwordHash !== undefined || changes.ban) await endLink(db, uin)
}

/** Deletes the account, and with it its messages; the number stays taken. To be called in a transaction. Throws `UinUnknown`. */
export async function removeAccount(db: Kysely<Tables>, uin: Uin, now: number): Promise<undefined> {
  const { numDeletedRows } = await db.deleteFrom('accounts').where('uin', '=', uin).executeTakeFirst()
  if (numDeletedRows === 0n) throw unknownUin(uin)
  await db.insertInto('removed_uins').values({ uin, removed_at: now }).execute()
  await endLink(db, uin)
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
})

const banOf = ({ banned_at, ban_reason }: AccountColumns): Ban | undefined =>
  banned_at === null ? undefined : { at: banned_at, reason: ban_reason ?? '' }
