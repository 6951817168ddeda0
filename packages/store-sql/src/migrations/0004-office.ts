import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Administrators, tokens, the audit log, what was chosen while the server ran; contact lists with names, the browser's settings and
 * invites of accounts; accounts that are about to leave. Searches for people skip who is hidden; the operator's find everybody, so
 * the same indexes hold all accounts.
 */
export const office: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const searched = ['nick', 'first', 'last', 'email']

const statements = [
  `CREATE TABLE administrators (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    password_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL
  )`,
  `CREATE TABLE tokens (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    used_at INTEGER
  )`,
  `CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    by TEXT NOT NULL,
    what TEXT NOT NULL,
    whom TEXT,
    detail TEXT
  )`,
  'CREATE TABLE choices (name TEXT PRIMARY KEY, value TEXT NOT NULL)',
  `CREATE TABLE browser_settings (
    uin INTEGER PRIMARY KEY REFERENCES accounts (uin) ON DELETE CASCADE,
    settings TEXT NOT NULL
  )`,
  `CREATE TABLE contact_lists (
    uin INTEGER PRIMARY KEY REFERENCES accounts (uin) ON DELETE CASCADE,
    announced TEXT NOT NULL
  )`,
  `CREATE TABLE contact_names (
    uin INTEGER NOT NULL REFERENCES accounts (uin) ON DELETE CASCADE,
    contact INTEGER NOT NULL,
    given_name TEXT NOT NULL,
    group_name TEXT NOT NULL,
    PRIMARY KEY (uin, contact)
  ) WITHOUT ROWID`,
  'ALTER TABLE invites ADD COLUMN made_by INTEGER REFERENCES accounts (uin) ON DELETE CASCADE',
  'CREATE INDEX invites_of_maker ON invites (made_by) WHERE made_by IS NOT NULL',
  'ALTER TABLE accounts ADD COLUMN leaves_at INTEGER',
  `ALTER TABLE accounts ADD COLUMN is_hidden INTEGER
    GENERATED ALWAYS AS (hides = 1 OR banned_at IS NOT NULL OR leaves_at IS NOT NULL) VIRTUAL`,
  ...searched.flatMap((text) => [
    `DROP INDEX accounts_by_${text}`,
    `CREATE INDEX accounts_by_${text} ON accounts (folded_${text}, is_hidden)`,
  ]),
  'CREATE INDEX accounts_banned ON accounts (banned_at) WHERE banned_at IS NOT NULL',
  'CREATE INDEX accounts_leaving ON accounts (leaves_at) WHERE leaves_at IS NOT NULL',
]
