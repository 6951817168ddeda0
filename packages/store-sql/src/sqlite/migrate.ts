import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import type { Kysely } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { StoreTooNew } from '../errors.ts'
import type { Tables } from '../tables.ts'
import { transaction } from './transaction.ts'

/**
 * Brings the tables up to date in one transaction. A database with steps that this program does not know is refused
 * (`StoreTooNew`). Before an older one is changed, a copy named after the first missing step is written beside `file`.
 */
export async function migrate(
  database: DatabaseSync,
  kysely: Kysely<Tables>,
  migrations: Readonly<Record<string, Migration>>,
  file: string,
): Promise<void> {
  const done = stepsDone(database)
  const unknown = done.find((name) => !Object.hasOwn(migrations, name))
  if (unknown !== undefined) {
    throw new StoreTooNew(
      `${file} was made by a later version of Seekyou (it has "${unknown}"). Start that version or a later one, or use a backup.`,
    )
  }
  const [missing] = Object.keys(migrations).filter((name) => !done.includes(name))
  if (missing === undefined) return
  if (done.length > 0) backUp(database, `${file}.before-${missing}`)
  const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => ({ ...migrations }) } })
  await transaction(database, async () => {
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  })
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
