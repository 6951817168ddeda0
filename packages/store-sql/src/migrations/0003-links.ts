import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Who is signed on, so that a restart logs nobody out. Of a link that has ended only the time is left, for some minutes also when
 * the account was removed: its watchers must hear of it.
 */
export const links: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`CREATE TABLE links (
      uin INTEGER PRIMARY KEY,
      ended_at INTEGER,
      visit TEXT NOT NULL,
      numbers TEXT NOT NULL
    )`.execute(db)
    await sql`CREATE INDEX links_ended ON links (ended_at) WHERE ended_at IS NOT NULL`.execute(db)
  },
}
