import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Who is signed on, so that a restart logs nobody out. One row for each account that ever was: of a link that has ended only
 * the time is left.
 */
export const links: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE links (
      uin INTEGER PRIMARY KEY REFERENCES accounts (uin) ON DELETE CASCADE,
      ended_at INTEGER,
      visit TEXT NOT NULL,
      numbers TEXT NOT NULL
    )`.execute(db)
    await sql`CREATE INDEX links_ended ON links (ended_at) WHERE ended_at IS NOT NULL`.execute(db)
  },
}
