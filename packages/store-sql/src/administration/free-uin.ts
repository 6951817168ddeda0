import type { Uin } from '@seekyou/language'
import { isUin } from '@seekyou/language'
import { type Kysely, sql } from 'kysely'
import { NoUinLeft } from '../errors.ts'
import type { Tables } from '../tables.ts'

/**
 * The next number from `firstUin` on that belongs to nobody and never did. Numbers are given out in order, and remembered as
 * given out. To be called in a transaction. Throws `NoUinLeft`.
 */
export async function takeFreeUin(db: Kysely<Tables>, firstUin: number): Promise<Uin> {
  const counter = await db.selectFrom('counters').select('value').where('name', '=', 'nextUin').executeTakeFirst()
  const from = Math.max(firstUin, counter?.value ?? 0)
  const found = await sql<{ uin: number }>`
    WITH RECURSIVE candidates (uin) AS (
      SELECT ${from}
      UNION ALL
      SELECT uin + 1 FROM candidates
      WHERE EXISTS (SELECT 1 FROM accounts WHERE accounts.uin = candidates.uin)
      OR EXISTS (SELECT 1 FROM removed_uins WHERE removed_uins.uin = candidates.uin)
    )
    SELECT max(uin) AS uin FROM candidates`.execute(db)
  const uin = found.rows[0]?.uin
  if (uin === undefined || !isUin(uin)) {
    throw new NoUinLeft(`No free number is left from ${firstUin} on. Start the server with a lower first UIN.`)
  }
  await db
    .insertInto('counters')
    .values({ name: 'nextUin', value: uin + 1 })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: uin + 1 }))
    .execute()
  return uin
}
