import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Uin } from '@seekyou/language'
import { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../open-store.ts'
import { kyselyDialect } from '../sqlite/kysely-dialect.ts'
import { migrate } from '../sqlite/migrate.ts'
import type { Tables } from '../tables.ts'
import { migrations } from './migrations.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-older-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a database of the time before is taken over whole, and a copy of it is kept', async () => {
  const file = join(folder, 'seekyou.db')
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true })
  const kysely = new Kysely<Tables>({ dialect: kyselyDialect(database) })
  const { '0004-office': _, ...before } = migrations
  await migrate(database, kysely, before, file)
  database.exec(`INSERT INTO accounts (uin, password_hash, created_at, nick, banned_at) VALUES
    (1000, '$0', 5, CAST('Ann' AS BLOB), NULL), (1001, '$1', 6, CAST('anton' AS BLOB), 7)`)
  database.exec(`INSERT INTO invites VALUES ('party', 3, NULL, 1)`)
  database.exec('INSERT INTO contacts VALUES (1000, 1001, 1)')
  database.exec(`INSERT INTO links VALUES (1000, 9, '', '')`)
  database.close()

  const store = await openStore({ folder })
  expect(readdirSync(folder)).toContain('seekyou.db.before-0004-office')
  const empty = new Uint8Array(0)
  const search = { nick: new TextEncoder().encode('AN'), first: empty, last: empty, email: empty, most: 9 }
  expect((await store.searchUsers(search)).found.map(({ uin }) => uin)).toEqual([1_000])
  expect(await store.listAccounts(0, 9)).toMatchObject([
    { uin: 1_000, passwordHash: '$0', leavesAt: undefined, hasLink: false, lastOnAt: 9 },
    { uin: 1_001, passwordHash: '$1', leavesAt: undefined, hasLink: false, ban: { at: 7 } },
  ])
  expect(await store.listInvites()).toMatchObject([{ code: 'party', usesLeft: 3, madeBy: undefined }])
  // Whom somebody once had says nothing about the list that they have.
  expect(await store.contactList(1_000 as Uin)).toEqual([])
  await store.close()
})
