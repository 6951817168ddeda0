import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyExtInfo, type Uin } from '@seekyou/language'
import type { ImportRow, Meet, UserRow } from '@seekyou/office'
import { openStore, type SqlStore } from '@seekyou/store-sql'
import { codePage } from '@seekyou/wire'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Complaint } from '../complaint.ts'
import { watchHealth } from '../serve/health.ts'
import { registryOf } from '../testing/registry.ts'
import { meetRequests } from './handlers.ts'
import type { Registry, Server } from './registry.ts'
import { stoppedServer } from './stopped-server.ts'

const ann = 1_000 as Uin

let folder: string
let store: SqlStore
/** What the server was told to do, in order. */
let done: string[]
/** Who is on line; undefined when no server runs. */
let online: Set<number> | undefined
let meet: Meet

const open = (rest: Partial<Registry> = {}): Meet => {
  const stopped = stoppedServer(store)
  const server: Server = {
    ...stopped,
    forceOff: (uin) => done.push(`off ${uin}`) > 0 && online?.delete(uin) === true,
    accountChanged: async (uin) => void done.push(`changed ${uin}`),
    status: () =>
      online
        ? {
            online: online.size,
            uptimeMs: 1,
            udp: '',
            storeCalls: 0,
            health: watchHealth()(),
            counters: {},
            limits: {},
          }
        : stopped.status(),
  }
  return meetRequests(registryOf(store, { server, ...rest }))
}
const show = async (uin = ann): Promise<UserRow> => (await meet('showUser', { uin })).user

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-'))
  store = await openStore({ folder })
  done = []
  online = undefined
  meet = open()
  await meet('addUser', { uin: ann, nick: 'alpha', password: 'x' })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

test('whatever an operator may set is shown, and touches nothing else', async () => {
  const before = await show()
  expect(before).toMatchObject({ uin: ann, nick: 'alpha', waiting: 0, searchable: true, limits: true })
  expect(before).not.toHaveProperty('passwordHash')
  const changes = {
    nick: 'Anna',
    first: 'Ann',
    last: 'Noë',
    email: 'ann@home.example',
    authorization: true,
    publishEmail: true,
    searchable: false,
    direct: false,
    storedMax: 5,
    limits: false,
  } as const
  await meet('setUser', { uin: ann, ...changes })
  const { authorization, publishEmail, ...same } = changes
  const after = { ...before, ...same, needsAuthorization: authorization, publishesEmail: publishEmail }
  expect(await show()).toEqual(after)
  await meet('setUser', { uin: ann, direct: 'default', storedMax: 'default', searchable: true })
  expect(await show()).toEqual({ ...after, direct: undefined, storedMax: undefined, searchable: true })
  expect(done).toEqual([`changed ${ann}`, `changed ${ann}`])
})

test('texts that clients cannot show are refused', async () => {
  const long = 'x'.repeat(21)
  for (const [changes, sentence] of [
    [{ nick: long }, /nickname .* has 21 bytes in windows-1252: clients show at most 20/],
    [{ first: long }, /first name .* at most 20/],
    [{ last: long }, /last name .* at most 20/],
    [{ email: 'x'.repeat(64) }, /e-mail address .* at most 63/],
    [{ first: 'Ж' }, /first name contains “Ж”, which windows-1252 lacks/],
    [{ last: 'a\nb' }, /last name contains a control character/],
    [{ codePage: 'utf-8' }, /no code page utf-8/],
  ] as const) {
    const error = await meet('setUser', { uin: ann, ...changes }).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(Complaint)
    expect((error as Complaint).message).toMatch(sentence)
  }
  expect(done).toEqual([])
})

test('a ban signs off, is shown with its reason, and can be lifted', async () => {
  await meet('banUser', { uin: ann, reason: 'spam' })
  expect(done).toEqual([`off ${ann}`])
  expect((await show()).ban).toEqual({ at: expect.any(Number), reason: 'spam' })
  expect((await store.findAccount({ uin: ann }))?.account.isBanned).toBe(true)
  await meet('unbanUser', { uin: ann })
  expect((await show()).ban).toBeUndefined()
  expect((await store.findAccount({ uin: ann }))?.account.isBanned).toBe(false)
  await expect(meet('unbanUser', { uin: ann })).rejects.toThrow('1000 is not banned.')
  await expect(meet('banUser', { uin: 1_001, reason: '' })).rejects.toThrow('There is no account 1001.')
})

test('only who is on line can be kicked, and only by a server that runs', async () => {
  await expect(meet('kickUser', { uin: ann })).rejects.toThrow('No server runs on this data folder')
  online = new Set([ann])
  await meet('kickUser', { uin: ann })
  await expect(meet('kickUser', { uin: ann })).rejects.toThrow('1000 is not on line.')
  await expect(meet('kickUser', { uin: 1_001 })).rejects.toThrow('There is no account 1001.')
})

test('how somebody writes is guessed from what they have written, until it is said', async () => {
  const { encode } = codePage('koi8-r')
  await store.updateInfo({ uin: ann, info: { ...(await store.readAccount(ann)).info, nick: encode('Наташа') } })
  await store.updateExtInfo({ uin: ann, extInfo: { ...emptyExtInfo, about: encode('люблю музыку и кино') } })
  expect(await show()).toMatchObject({ nick: 'Наташа', about: 'люблю музыку и кино', readAs: 'koi8-r' })
  await meet('setUser', { uin: ann, first: 'Ёлка', password: 'ж' })
  expect(await show()).toMatchObject({ first: 'Ёлка', codePage: undefined, readAs: 'koi8-r' })
  expect((await store.readAccount(ann)).passwordHash).toBe('$d6')
  await meet('setUser', { uin: ann, codePage: 'windows-1251' })
  expect(await show()).toMatchObject({ codePage: 'windows-1251', readAs: 'windows-1251' })
  expect((await show()).nick).not.toBe('Наташа')
  await meet('setUser', { uin: ann, codePage: 'guess' })
  expect(await show()).toMatchObject({ nick: 'Наташа', codePage: undefined, readAs: 'koi8-r' })
})

test('an export carries every byte of every account, wherever it goes', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  await store.setAccount(ann, {
    info: { nick: codePage('windows-1251').encode('Ёж'), email: bytes, needsAuthorization: true },
    settings: { direct: true, publishesEmail: true, storedMax: 7, isLimited: false },
    hides: true,
  })
  const extInfo = { ...emptyExtInfo, about: bytes, country: 7, timeZone: -6, age: 20, sex: 1, zip: 12_345 }
  await store.updateExtInfo({ uin: ann, extInfo })
  await meet('banUser', { uin: ann, reason: 'a “reason”' })
  await meet('addUser', { uin: 1_001, nick: 'Ёж', password: 'ё', codePage: 'windows-1251' })
  const { rows } = await meet('exportUsers', {})
  const lines = rows.map((row, at): ImportRow => ({ line: at, ...JSON.parse(JSON.stringify(row)) }))
  const before = await store.listAccounts(0, 9)
  const elsewhere = await openStore({ folder: join(folder, 'elsewhere') })
  const { refused } = await meetRequests(
    registryOf(elsewhere, { codePage: 'koi8-r', welcome: 'Not for those who come back.' }),
  )('importUsers', { rows: lines })
  expect(refused).toEqual([])
  expect(await elsewhere.listAccounts(0, 9)).toEqual(before)
  await elsewhere.close()
})

test('accounts come a page at a time', async () => {
  await store.addAccounts(Array.from({ length: 700 }, (_, at) => ({ uin: (2_000 + at) as Uin, passwordHash: '$' })))
  const first = await meet('listUsers', {})
  expect(first.rows).toHaveLength(500)
  expect(first.next).toBe(2_498)
  const { rows, next } = await meet('listUsers', { after: first.next })
  expect([rows.length, rows[0]?.uin, next]).toEqual([201, 2_499, undefined])
})

test('a new account finds the welcome message, in its own letters', async () => {
  meet = open({ welcome: 'Привет, é' })
  await meet('addUser', { uin: 1_001, nick: 'Ёж', password: 'x', codePage: 'windows-1251' })
  await meet('addUser', { uin: 1_002, nick: 'beta', password: 'x' })
  const first = async (uin: number) => (await store.waitingMessages({ uin: uin as Uin, most: 9 }))[0]
  const text = codePage('windows-1251').encode('Привет, ?')
  expect(await first(1_001)).toMatchObject({ from: 1, kind: 1, text })
  expect(codePage().decode((await first(1_002))?.text ?? text)).toBe('??????, é')
  expect((await show(1_001 as Uin)).waiting).toBe(1)
})
