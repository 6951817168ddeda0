import { mkdirSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { StoreUnusable } from '../errors.ts'
import { migrations } from '../migrations/migrations.ts'
import type { Tables } from '../tables.ts'
import { checkBeforeOpening, checkDatabase } from './check-database.ts'
import { databaseFile } from './database-file.ts'
import { kyselyDialect } from './kysely-dialect.ts'
import { MessageIds } from './message-ids.ts'
import { migrate, missingStep } from './migrate.ts'

/** The database, opened: for prepared statements, and for Kysely, on the same connection. */
export interface Opened {
  readonly database: DatabaseSync
  readonly kysely: Kysely<Tables>
  readonly messageIds: MessageIds
}

/**
 * Opens `seekyou.db` in the folder and brings it up to date. The file is ours alone until it is closed. Throws `StoreTooNew`,
 * `StoreDamaged` or `StoreUnusable`, or what SQLite or the file system says; nothing was changed then.
 */
export async function openDatabase({ folder, waitMs }: { folder: string; waitMs: number }): Promise<Opened> {
  const file = databaseFile(folder)
  let database: DatabaseSync | undefined
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const wasChecked = checkBeforeOpening(file, waitMs)
    database = new DatabaseSync(file, { timeout: waitMs, enableForeignKeyConstraints: true })
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    if (!wasChecked) checkDatabase(database, file)
    missingStep(database, migrations, file)
    takeHold(database)
    // Memory that was shared to look at a log. Nobody else has the database any more.
    rmSync(`${file}-shm`, { force: true })
    const kysely = new Kysely<Tables>({ dialect: kyselyDialect(database) })
    await migrate(database, kysely, migrations, file)
    return { database, kysely, messageIds: new MessageIds(database) }
  } catch (error) {
    database?.close()
    throw error
  }
}

/** Makes every commit wait for the disk, and sees that it is so. The lock must be exclusive before: then the log needs no shared memory. */
function takeHold(database: DatabaseSync): void {
  const mode = database.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode
  if (mode !== 'wal') throw new StoreUnusable(`The file system lets SQLite use no write-ahead log (it says "${mode}").`)
  database.exec('PRAGMA synchronous = FULL')
  // What is deleted is overwritten: delivered messages and removed accounts cannot be read out of the file.
  database.exec('PRAGMA secure_delete = ON')
  database.exec('BEGIN IMMEDIATE; COMMIT')
}
