import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Accounts, waiting messages, invites. */
export const accountsAndMessages: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('accounts')
      .addColumn('uin', 'integer', (column) => column.primaryKey())
      .addColumn('password_hash', 'text', (column) => column.notNull())
      .addColumn('nick', 'text', (column) => column.notNull())
      .addColumn('code_page', 'text', (column) => column.notNull())
      .addColumn('created_at', 'integer', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('removed_uins')
      .addColumn('uin', 'integer', (column) => column.primaryKey())
      .addColumn('removed_at', 'integer', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('messages')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('recipient', 'integer', (column) => column.notNull().references('accounts.uin').onDelete('cascade'))
      .addColumn('sender', 'integer', (column) => column.notNull())
      .addColumn('kind', 'integer', (column) => column.notNull())
      .addColumn('text', 'blob', (column) => column.notNull())
      .addColumn('at', 'integer', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('messages_of_recipient').on('messages').column('recipient').execute()
    await db.schema
      .createTable('invites')
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('uses_left', 'integer', (column) => column.notNull())
      .addColumn('expires_at', 'integer')
      .addColumn('created_at', 'integer', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('counters')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'integer', (column) => column.notNull())
      .execute()
  },
}
