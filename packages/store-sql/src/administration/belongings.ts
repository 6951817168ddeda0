// What an account keeps here for its browsers: settings, and what its contacts are called.
import type { Uin } from '@seekyou/language'
import { rememberedMax } from '@seekyou/service'
import type { Kysely } from 'kysely'
import type { Calls } from '../calls.ts'
import type { NamedContact } from '../office.ts'
import type { Tables } from '../tables.ts'
import { unknownUin } from '../unknown-uin.ts'

/** The contact list as it was announced last, by number. */
export async function contactList(
  db: Kysely<Tables>,
  { uin }: Calls['contactList']['ask'],
): Promise<readonly NamedContact[]> {
  const list = await db.selectFrom('contact_lists').select('announced').where('uin', '=', uin).executeTakeFirst()
  const names = await db.selectFrom('contact_names').selectAll().where('uin', '=', uin).execute()
  const named = new Map(names.map((row) => [row.contact, row]))
  const contacts = JSON.parse(list?.announced ?? '[]') as Uin[]
  return contacts.map((contact) => {
    const { given_name: name = '', group_name: group = '' } = named.get(contact) ?? {}
    return { uin: contact, name, group }
  })
}

/** Without name and group, what was there is taken away. Beyond `rememberedMax`, further ones are forgotten. To be called in a transaction. */
export async function nameContacts(
  db: Kysely<Tables>,
  { uin, contacts }: Calls['nameContacts']['ask'],
): Promise<undefined> {
  await expectAccount(db, uin)
  const rows = await db.selectFrom('contact_names').select('contact').where('uin', '=', uin).execute()
  const named = new Set(rows.map(({ contact }) => contact))
  for (const { uin: contact, name, group } of contacts) {
    if (name === '' && group === '') {
      if (!named.delete(contact)) continue
      await db.deleteFrom('contact_names').where('uin', '=', uin).where('contact', '=', contact).execute()
    } else if (named.has(contact) || named.size < rememberedMax) {
      named.add(contact)
      const columns = { given_name: name, group_name: group }
      await db
        .insertInto('contact_names')
        .values({ uin, contact, ...columns })
        .onConflict((conflict) => conflict.columns(['uin', 'contact']).doUpdateSet(columns))
        .execute()
    }
  }
}

export async function readSettings(
  db: Kysely<Tables>,
  { uin }: Calls['readSettings']['ask'],
): Promise<string | undefined> {
  const row = await db.selectFrom('browser_settings').select('settings').where('uin', '=', uin).executeTakeFirst()
  return row?.settings
}

/** To be called in a transaction. */
export async function keepSettings(
  db: Kysely<Tables>,
  { uin, settings }: Calls['keepSettings']['ask'],
): Promise<undefined> {
  await expectAccount(db, uin)
  await db
    .insertInto('browser_settings')
    .values({ uin, settings })
    .onConflict((conflict) => conflict.column('uin').doUpdateSet({ settings }))
    .execute()
}

async function expectAccount(db: Kysely<Tables>, uin: Uin): Promise<void> {
  if (!(await db.selectFrom('accounts').select('uin').where('uin', '=', uin).executeTakeFirst())) throw unknownUin(uin)
}
