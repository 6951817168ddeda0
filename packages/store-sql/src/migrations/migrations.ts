import type { Migration } from 'kysely/migration'
import { accountsAndMessages } from './0001-accounts-and-messages.ts'
import { profilesAndContacts } from './0002-profiles-and-contacts.ts'
import { links } from './0003-links.ts'
import { office } from './0004-office.ts'

/** Every step from nothing to today's tables, by name, in order of the names. A step that was ever released never changes. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-accounts-and-messages': accountsAndMessages,
  '0002-profiles-and-contacts': profilesAndContacts,
  '0003-links': links,
  '0004-office': office,
}
