import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StoreTooNew } from '../errors.ts'
import type { Tables } from '../tables.ts'
import { kyselyDialect } from './kysely-dialect.ts'
import { migrate } from './migrate.ts'

const makesTable = (name: string): Migration => ({
  up: async (db) => {
    await db.schema.createTable(name).addColumn('a', 'integer').execute()
  },
})
const breaks: Migration = {
  up: async (db) => {
    await db.schema.createTable('half_done').addColumn('a', 'integer').execute()
    throw new Error('the migration broke')
  },
}
const first = { '0001-first': makesTable('first') }
const second = { ...first, '0002-second': makesTable('second') }

let folder: string
let file: string
let database: DatabaseSync
let kysely: Kysely<Tables>

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-migrate-'))
  file = join(folder, 'seekyou.db')
  database = new DatabaseSync(file)
  kysely = new Kysely({ dialect: kyselyDialect(database) })
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

const tablesOf = (of: DatabaseSync) =>
  of
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
    .all()
    .map(({ name }) => name)

test('a new database is made without a copy, and opening it again changes nothing', async () => {
  await migrate(database, kysely, first, file)
  await migrate(database, kysely, first, file)
  expect(tablesOf(database)).toContain('first')
  expect(readdirSync(folder)).toEqual(['seekyou.db'])
})

test('an older database is copied before it is changed', async () => {
  await migrate(database, kysely, first, file)
  database.exec('INSERT INTO first VALUES (42)')
  await migrate(database, kysely, second, file)
  expect(tablesOf(database)).toEqual(expect.arrayContaining(['first', 'second']))
  expect(readdirSync(folder).sort()).toEqual(['seekyou.db', 'seekyou.db.before-0002-second'])
  const copy = new DatabaseSync(join(folder, 'seekyou.db.before-0002-second'))
  expect(tablesOf(copy)).not.toContain('second')
  expect(copy.prepare('SELECT a FROM first').get()?.a).toBe(42)
  copy.close()
})

test('a migration that breaks leaves the database as it was, and can be tried again', async () => {
  await migrate(database, kysely, first, file)
  const before = tablesOf(database)
  const broken = { ...second, '0003-broken': breaks }
  await expect(migrate(database, kysely, broken, file)).rejects.toThrow('the migration broke')
  expect(tablesOf(database)).toEqual(before)
  await migrate(database, kysely, second, file)
  expect(tablesOf(database)).toContain('second')
})

test('a database that knows more steps is refused', async () => {
  await migrate(database, kysely, second, file)
  await expect(migrate(database, kysely, first, file)).rejects.toBeInstanceOf(StoreTooNew)
})
