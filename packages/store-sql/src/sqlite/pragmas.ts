import type { DatabaseSync } from 'node:sqlite'
import type { Settings } from '../calls.ts'

/** The most pages that SQLite can count. */
const pagesMax = 4_294_967_294

/** How the database is set up, as SQLite itself says. */
export function readSettings(database: DatabaseSync): Settings {
  const read = (pragma: string) => Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]
  return {
    journalMode: String(read('journal_mode')),
    synchronous: Number(read('synchronous')),
    lockingMode: String(read('locking_mode')),
    foreignKeys: read('foreign_keys') === 1,
    sqliteVersion: String(database.prepare('SELECT sqlite_version() AS version').get()?.version),
  }
}

/** Lets the file grow to so many bytes, rounded down to pages. SQLite keeps the limit at or above the present size. */
export function limitSize(database: DatabaseSync, bytes: number): undefined {
  const pageSize = Number(database.prepare('PRAGMA page_size').get()?.page_size)
  const pages = Math.min(pagesMax, Math.max(1, Math.floor(bytes / pageSize)))
  database.exec(`PRAGMA max_page_count = ${pages}`)
}
