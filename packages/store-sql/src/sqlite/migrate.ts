import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { StoreTooNew, StoreUnusable } from '../errors.ts'
import type { Tables } from '../tables.ts'
import { transaction } from './transaction.ts'

type Migrations = Readonly<Record<string, Migration>>

/**
 * Brings the tables up to date in one transaction. Throws as `missingStep` does. Before an older database is changed, a copy
 * named after the first missing step is written beside `file`.
 */
export async function migrate(
  database: DatabaseSync,
  kysely: Kysely<Tables>,
  migrations: Migrations,
  file: string,
): Promise<void> {
  const missing = missingStep(database, migrations, file)
  if (missing === undefined) return
  if (stepsDone(database).length > 0) backUp(database, `${file}.before-${missing}`)
  const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => ({ ...migrations }) } })
  await transaction(database, async () => {
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  })
}

/**
 * The first step that was not taken yet, and changes nothing. A database with steps that this program does not know is refused
 * (`StoreTooNew`), and so is one of another program (`StoreUnusable`).
 */
export function missingStep(database: DatabaseSync, migrations: Migrations, file: string): string | undefined {
  const done = stepsDone(database)
  if (done.length === 0 && database.prepare('SELECT 1 FROM sqlite_schema').get()) {
    throw new StoreUnusable(`${file} is a database of something else. Choose another folder, or put the file away.`)
  }
  const unknown = done.find((name) => !Object.hasOwn(migrations, name))
  if (unknown !== undefined) {
    throw new StoreTooNew(
      `${file} was made by a later version of Seekyou (it has "${unknown}"). Start that version or a later one, or use a backup.`,
    )
  }
  return Object.keys(migrations).find((name) => !done.includes(name))
}

function stepsDone(database: DatabaseSync): string[] {
  const exists = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'kysely_migration'`).get()
  if (!exists) return []
  return database
    .prepare('SELECT name FROM kysely_migration')
    .all()
    .map(({ name }) => String(name))
}

/** A copy that is either complete or not there under its name. An older try's copy of the same state is replaced. */
function backUp(database: DatabaseSync, copy: string): void {
  const partial = `${copy}.partial`
  rmSync(partial, { force: true })
  database.prepare('VACUUM INTO ?').run(partial)
  const descriptor = openSync(partial, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(partial, copy)
}
