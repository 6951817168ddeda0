import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { emptyExtInfo, emptyInfo, type Uin } from '@seekyou/language'
import { ordinarySettings } from '@seekyou/service'
import { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../open-store.ts'
import { kyselyDialect } from '../sqlite/kysely-dialect.ts'
import { migrate } from '../sqlite/migrate.ts'
import type { Tables } from '../tables.ts'
import { accountsAndMessages } from './0001-accounts-and-messages.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-older-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A database as the first version left it. */
async function olderDatabase(fill: (database: DatabaseSync) => void): Promise<void> {
  const file = join(folder, 'seekyou.db')
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true })
  const kysely = new Kysely<Tables>({ dialect: kyselyDialect(database) })
  await migrate(database, kysely, { '0001-accounts-and-messages': accountsAndMessages }, file)
  fill(database)
  database.close()
}

const nicks: readonly (readonly [nick: string, page: string, bytes: readonly number[]])[] = [
  ['alpha', 'windows-1252', [0x61, 0x6c, 0x70, 0x68, 0x61]],
  ['Ёж', 'windows-1251', [0xa8, 0xe6]],
  ['ёж', 'koi8-r', [0xa3, 0xd6]],
  ['Ё', 'ibm866', [0xf0]],
  ['é€', 'windows-1252', [0xe9, 0x80]],
  ['ế', 'windows-1258', [0xea, 0xec]],
  ['a\uf7aa', 'windows-1253', [0x61, 0xaa]],
  ['Ж', 'windows-1252', [0x3f]],
]

test('an older database is taken over: nicknames become bytes, everything else stays', async () => {
  await olderDatabase((database) => {
    const add = database.prepare(
      'INSERT INTO accounts (uin, password_hash, nick, code_page, created_at) VALUES (?, ?, ?, ?, ?)',
    )
    for (const [at, [nick, page]] of nicks.entries()) add.run(1_000 + at, `$${at}`, nick, page, 5 + at)
    const write = database.prepare('INSERT INTO messages VALUES (?, ?, ?, 1, ?, 7)')
    write.run(1, 1_000, 1_001, Uint8Array.of(104, 105))
    write.run(2, 1_000, 999_999, Uint8Array.of(1))
    database.exec(`INSERT INTO removed_uins VALUES (2000, 1)`)
    database.exec(`INSERT INTO invites VALUES ('party', 3, NULL, 1)`)
    database.exec(`INSERT INTO counters VALUES ('nextUin', 100007), ('nextMessageId', 77)`)
  })
  const store = await openStore({ folder })
  expect(readdirSync(folder)).toContain('seekyou.db.before-0002-profiles-and-contacts')
  expect(await store.listAccounts(0, 99)).toEqual(
    nicks.map(([, page, bytes], at) => ({
      uin: 1_000 + at,
      passwordHash: `$${at}`,
      codePage: page,
      createdAt: 5 + at,
      info: { ...emptyInfo, nick: Uint8Array.from(bytes) },
      extInfo: emptyExtInfo,
      settings: ordinarySettings,
      hides: false,
      ban: undefined,
      hasLink: false,
      waiting: at === 0 ? 2 : 0,
    })),
  )
  const texts = (await store.waitingMessages({ uin: 1_000 as Uin, most: 9 })).map(({ text }) => text)
  expect(texts).toEqual([Uint8Array.of(104, 105), Uint8Array.of(1)])
  const nick = Uint8Array.of(0x41)
  const empty = new Uint8Array(0)
  const { found } = await store.searchUsers({ nick, first: empty, last: empty, email: empty, most: 9 })
  expect(found.map(({ uin }) => uin)).toEqual([1_000, 1_006])
  expect(await store.createAccount({ passwordHash: '$', invite: 'party' })).toBe(100_007)
  expect(store.nextMessageId).toBe(77)
  await expect(store.addAccount({ uin: 2_000 as Uin, passwordHash: '$' })).rejects.toThrow('never given out again')
  await store.removeAccount(1_000 as Uin)
  expect(await store.waitingMessages({ uin: 1_000 as Uin, most: 9 })).toEqual([])
  await store.close()
})

test('of accounts that clients registered nobody has said how their owners write', async () => {
  await olderDatabase((database) => {
    database.exec(`INSERT INTO accounts VALUES (1000, '$', '', 'windows-1252', 5)`)
  })
  const store = await openStore({ folder })
  expect((await store.readAccount(1_000 as Uin)).codePage).toBeUndefined()
  await store.close()
})

test('the copy that was made before is a database of the first version', async () => {
  await olderDatabase((database) => {
    database.exec(`INSERT INTO accounts VALUES (1000, '$', 'Ёж', 'windows-1251', 5)`)
  })
  await (await openStore({ folder })).close()
  const copy = new DatabaseSync(join(folder, 'seekyou.db.before-0002-profiles-and-contacts'))
  expect(copy.prepare('SELECT nick FROM accounts').get()).toEqual({ nick: 'Ёж' })
  copy.close()
})
