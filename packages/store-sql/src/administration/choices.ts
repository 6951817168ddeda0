import type { Kysely } from 'kysely'
import type { Calls } from '../calls.ts'
import type { Tables } from '../tables.ts'

export async function readChoice(
  db: Kysely<Tables>,
  { name }: Calls['readChoice']['ask'],
): Promise<string | undefined> {
  const row = await db.selectFrom('choices').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}

export async function keepChoice(db: Kysely<Tables>, choice: Calls['keepChoice']['ask']): Promise<undefined> {
  await db
    .insertInto('choices')
    .values(choice)
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: choice.value }))
    .execute()
}
