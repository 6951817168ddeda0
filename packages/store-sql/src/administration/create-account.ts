import type { Needs } from '@seekyou/service'
import type { Kysely } from 'kysely'
import type { Tables } from '../tables.ts'
import { addAccounts } from './accounts.ts'

type CreateAccount = Needs['createAccount']

/** Makes an account under the next free number and uses the invite up. To be called in a transaction. */
export async function createAccount(
  db: Kysely<Tables>,
  { passwordHash, invite }: CreateAccount['ask'],
  defaults: { readonly firstUin: number },
  now: number,
): Promise<CreateAccount['answer']> {
  if (invite !== undefined && !(await useInvite(db, invite, now))) return undefined
  const [added] = await addAccounts(db, [{ passwordHash }], defaults, now)
  return added?.uin
}

async function useInvite(db: Kysely<Tables>, code: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invites')
    .set((row) => ({ uses_left: row('uses_left', '-', 1) }))
    .where('code', '=', code)
    .where('uses_left', '>', 0)
    .where((row) => row.or([row('expires_at', 'is', null), row('expires_at', '>', now)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
