import { firstPersonalUin, type Uin } from '@seekyou/language'
import type { Kysely } from 'kysely'
import type { Account, AccountChanges, AccountSummary, Added, NewAccount } from '../accounts.ts'
import { UinUnknown } from '../errors.ts'
import type { Tables } from '../tables.ts'
import { takeFreeUin } from './free-uin.ts'

/** Adds accounts one after another. To be called in a transaction. */
export async function addAccounts(
  db: Kysely<Tables>,
  accounts: readonly NewAccount[],
  defaults: { readonly firstUin: number; readonly codePage: string },
  now: number,
): Promise<Added[]> {
  const added: Added[] = []
  for (const { uin = await takeFreeUin(db, defaults.firstUin), codePage = defaults.codePage, ...rest } of accounts) {
    const refused = await whyNot(db, uin)
    if (refused) {
      added.push({ uin, refused })
      continue
    }
    const { passwordHash, nick } = rest
    const row = { uin, password_hash: passwordHash, nick, code_page: codePage, created_at: now }
    await db.insertInto('accounts').values(row).execute()
    added.push({ uin })
  }
  return added
}

async function whyNot(db: Kysely<Tables>, uin: Uin): Promise<'taken' | 'removed' | 'reserved' | undefined> {
  if (uin < firstPersonalUin) return 'reserved'
  if (await db.selectFrom('accounts').select('uin').where('uin', '=', uin).executeTakeFirst()) return 'taken'
  if (await db.selectFrom('removed_uins').select('uin').where('uin', '=', uin).executeTakeFirst()) return 'removed'
  return undefined
}

export async function listAccounts(db: Kysely<Tables>): Promise<AccountSummary[]> {
  return await db
    .selectFrom('accounts')
    .leftJoin('messages', 'messages.recipient', 'accounts.uin')
    .select(({ fn }) => [
      'uin',
      'nick',
      'code_page as codePage',
      'created_at as createdAt',
      fn.count<number>('messages.id').as('waiting'),
    ])
    .groupBy('uin')
    .orderBy('uin')
    .$narrowType<{ uin: Uin }>()
    .execute()
}

export async function exportAccounts(db: Kysely<Tables>): Promise<Account[]> {
  return await db
    .selectFrom('accounts')
    .select(['uin', 'nick', 'password_hash as passwordHash', 'code_page as codePage', 'created_at as createdAt'])
    .orderBy('uin')
    .$narrowType<{ uin: Uin }>()
    .execute()
}

/** Throws `UinUnknown`. */
export async function setAccount(db: Kysely<Tables>, uin: Uin, changes: AccountChanges): Promise<undefined> {
  const { numUpdatedRows } = await db
    .updateTable('accounts')
    // The number itself is among the values so that an empty change is still a statement.
    .set({ uin, nick: changes.nick, password_hash: changes.passwordHash, code_page: changes.codePage })
    .where('uin', '=', uin)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw unknown(uin)
}

/** Deletes the account, and with it its messages; the number stays taken. To be called in a transaction. Throws `UinUnknown`. */
export async function removeAccount(db: Kysely<Tables>, uin: Uin, now: number): Promise<undefined> {
  const { numDeletedRows } = await db.deleteFrom('accounts').where('uin', '=', uin).executeTakeFirst()
  if (numDeletedRows === 0n) throw unknown(uin)
  await db.insertInto('removed_uins').values({ uin, removed_at: now }).execute()
}

const unknown = (uin: Uin) => new UinUnknown(`There is no account ${uin}. Check the number in the list of accounts.`)
