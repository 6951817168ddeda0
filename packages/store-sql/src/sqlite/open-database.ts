import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { StoreBusy, StoreUnusable } from '../errors.ts'
import { isTroubleOfTheWorld } from '../failure.ts'
import { migrations } from '../migrations/migrations.ts'
import type { Tables } from '../tables.ts'
import { kyselyDialect } from './kysely-dialect.ts'
import { MessageIds } from './message-ids.ts'
import { migrate } from './migrate.ts'

/** The database, opened: for prepared statements, and for Kysely, on the same connection. */
export interface Opened {
  readonly database: DatabaseSync
  readonly kysely: Kysely<Tables>
  readonly messageIds: MessageIds
}

const busy = 5

/**
 * Opens `seekyou.db` in the folder and brings it up to date. The file is ours alone until it is closed. Throws `StoreBusy`,
 * `StoreTooNew` or `StoreUnusable`.
 */
export async function openDatabase({ folder, waitMs }: { folder: string; waitMs: number }): Promise<Opened> {
  const file = join(folder, 'seekyou.db')
  let database: DatabaseSync | undefined
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    database = new DatabaseSync(file, { timeout: waitMs, enableForeignKeyConstraints: true })
    takeHold(database)
    const kysely = new Kysely<Tables>({ dialect: kyselyDialect(database) })
    await migrate(database, kysely, migrations, file)
    return { database, kysely, messageIds: new MessageIds(database) }
  } catch (error) {
    database?.close()
    throw explain(error, folder, file)
  }
}

/** Locks out every other process, makes every commit wait for the disk, and sees that both are so. */
function takeHold(database: DatabaseSync): void {
  // In this order: the write-ahead log of a locked database needs no memory shared with other processes.
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  const mode = database.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode
  if (mode !== 'wal') throw new StoreUnusable(`The file system lets SQLite use no write-ahead log (it says "${mode}").`)
  database.exec('PRAGMA synchronous = FULL')
  // What is deleted is overwritten: delivered messages and removed accounts cannot be read out of the file.
  database.exec('PRAGMA secure_delete = ON')
  database.exec('BEGIN IMMEDIATE; COMMIT')
}

function explain(error: unknown, folder: string, file: string): unknown {
  if (isTroubleOfTheWorld(error)) {
    if (error.errcode === busy) {
      return new StoreBusy(
        `${file} is in use by another process. Stop it (most likely a running Seekyou), or choose another folder.`,
      )
    }
    return unusable(file, error)
  }
  if (error instanceof Error && 'syscall' in error) return unusable(folder, error)
  return error
}

const unusable = (path: string, { message }: Error) =>
  new StoreUnusable(
    `${path} cannot be used as the store: ${message}. Check that it may be written to, or choose another folder.`,
  )
