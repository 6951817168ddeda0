import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Uin } from '@seekyou/language'
import { type Answer, type Ask, type LinkRow, type Meet, type RequestName, requests } from '@seekyou/office'
import { openStore, type SqlStore } from '@seekyou/store-sql'
import { codePage } from '@seekyou/wire'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { registrationAtStart } from '../registration/registration-at-start.ts'
import { registryOf } from '../testing/registry.ts'
import { meetRequests } from './handlers.ts'
import type { Registry, Server } from './registry.ts'
import { stoppedServer } from './stopped-server.ts'

const ann = 1_000 as Uin
const bob = 1_001 as Uin
let folder: string
let store: SqlStore
let meet: Meet
let signedOff: number[]

/** Meets requests, and sees that each answer is as it was declared. */
function open(rest: Partial<Registry> = {}): Meet {
  const asked = meetRequests(registryOf(store, rest))
  return async <Name extends RequestName>(name: Name, ask: Ask<Name>, by?: string): Promise<Answer<Name>> => {
    const answer = await asked(name, ask, by)
    expect(requests[name].answer.safeParse(JSON.parse(JSON.stringify(answer))).error, name).toBeUndefined()
    return answer
  }
}

const running = (rest: Partial<Server> = {}): Server => ({
  ...stoppedServer(store),
  isStopped: false,
  online: 7,
  forceOff: (uin) => signedOff.push(uin) > 0,
  ...rest,
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-'))
  store = await openStore({ folder })
  signedOff = []
  meet = open({ server: running() })
  await meet('addUser', { uin: ann, nick: 'Ann', password: 'x' })
  await meet('addUser', { uin: bob, nick: 'Наташа', password: 'x', codePage: 'koi8-r' })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const found = async (ask: Ask<'findUsers'>) => (await meet('findUsers', ask)).rows.map(({ uin }) => uin)

test('people are found in whatever letters they write, and by their number', async () => {
  await store.addAccount({
    uin: 1_002 as Uin,
    passwordHash: '$',
    info: {
      ...(await store.readAccount(ann)).info,
      nick: codePage('windows-1251').encode('НАТАША'),
    },
  })
  expect(await found({ text: ' наташ ' })).toEqual([bob, 1_002])
  expect(await found({ text: 'ANN' })).toEqual([ann])
  expect(await found({ text: '1 001' })).toEqual([bob])
  expect(await found({ text: '100' })).toEqual([ann, bob, 1_002])
  expect(await found({ text: '漢' })).toEqual([])
  expect(await found({ text: '4294967296' })).toEqual([])
})

test('what is found comes a page at a time, with the number of all', async () => {
  await store.addAccounts(Array.from({ length: 118 }, (_, at) => ({ uin: (5_000 + at) as Uin, passwordHash: '$' })))
  const first = await meet('findUsers', {})
  expect([first.rows.length, first.total, first.next]).toEqual([50, 120, 5_047])
  const last = await meet('findUsers', { after: 5_047, count: 70 })
  expect([last.rows.length, last.total, last.next]).toEqual([70, 120, undefined])
})

test('who is on line is known from the links, unless no server runs', async () => {
  const links = [{ uin: ann, visit: 'v', numbers: 'n' }]
  await store.commit({ keep: [], forget: [], storedMax: 1, storedFromOneMax: 1, links, at: 5 })
  expect(await meet('findUsers', { only: 'online' })).toMatchObject({ rows: [{ uin: ann, isOnline: true }], total: 7 })
  expect((await meet('findUsers', { only: 'online', text: 'a' })).total).toBe(1)
  const stopped = open()
  expect(await stopped('findUsers', { only: 'online' })).toEqual({ rows: [], total: 0 })
  expect((await stopped('showUser', { uin: ann })).user.isOnline).toBe(false)
})

test('who is removed is banned at once and can come back for a week', async () => {
  const { leavesAt = 0 } = await meet('removeUser', { uin: ann })
  expect(leavesAt - Date.now()).toBeGreaterThan(7 * 86_400_000 - 60_000)
  expect(signedOff).toEqual([ann])
  expect((await store.findAccount({ uin: ann }))?.account.isBanned).toBe(true)
  expect(await found({ only: 'leaving' })).toEqual([ann])
  await expect(meet('removeUser', { uin: ann })).rejects.toThrow(/^1000 is to be removed already, on \d{4}-/)
  await meet('restoreUser', { uin: ann })
  expect((await store.findAccount({ uin: ann }))?.account.isBanned).toBe(false)
  await expect(meet('restoreUser', { uin: ann })).rejects.toThrow('nothing to take back')
  await meet('removeUser', { uin: ann })
  expect(await meet('removeUser', { uin: ann, now: true })).toEqual({})
  await expect(meet('showUser', { uin: ann })).rejects.toMatchObject({ isUnknown: true })
})

test('a ban outlives that its account was to be removed, and an export knows both', async () => {
  await meet('banUser', { uin: ann, reason: 'spam' })
  const { leavesAt } = await meet('removeUser', { uin: ann })
  const { rows } = await meet('exportUsers', {})
  expect(rows[0]).toMatchObject({ ban: { reason: 'spam' }, leavesAt })
  await meet('restoreUser', { uin: ann })
  expect((await meet('showUser', { uin: ann })).user.ban).toMatchObject({ reason: 'spam' })
})

test('who may register is chosen for now and for later starts, unless a variable says it', async () => {
  const chosen: string[] = []
  meet = open({ server: running({ setRegistration: (mode) => void chosen.push(mode) }), isRegistrationFixed: true })
  await meet('setRegistration', { mode: 'open' })
  expect(chosen).toEqual(['open'])
  expect(await registrationAtStart(store, undefined)).toBe('open')
  expect(await registrationAtStart(store, 'closed')).toBe('closed')
  expect(await meet('registration', {})).toEqual({ mode: 'lan', isFixed: true })
  const stopped = open({ isRegistrationFixed: true })
  await expect(stopped('setRegistration', { mode: 'lan' })).rejects.toThrow('SEEKYOU_REGISTRATION')
  await expect(meet('setRegistration', { mode: 'all' as 'lan' })).rejects.toMatchObject({ exitCode: 2 })
})

test('links come a page at a time', async () => {
  const link = (uin: number): LinkRow => ({
    uin,
    nick: 'a',
    address: '192.0.2.1:5',
    over: 'udp',
    since: 1,
    status: 'away',
    lastHeardAt: 2,
  })
  const links = [1_000, 1_001, 1_002].map(link)
  meet = open({ server: running({ links: () => links }) })
  expect(await meet('listLinks', { count: 2 })).toEqual({ rows: links.slice(0, 2), total: 3, next: 1_001 })
  expect(await meet('listLinks', { after: 1_001, count: 2 })).toEqual({ rows: links.slice(2), total: 3 })
  await expect(open()('listLinks', {})).rejects.toThrow('No server runs')
  await expect(open()('chronicle', {})).rejects.toThrow('No server runs')
})

test('fourteen backups are kept, and nothing else in their folder is touched', async () => {
  const backups = join(folder, 'backups')
  mkdirSync(backups)
  const older = Array.from({ length: 15 }, (_, at) => `seekyou-202001${String(at + 10)}-030000.db`)
  for (const name of [...older, 'mine.db']) writeFileSync(join(backups, name), '')
  const { name, bytes } = await meet('backup', {})
  const again = await meet('backup', {})
  expect(again.name).not.toBe(name)
  const { rows } = await meet('listBackups', {})
  expect(rows.map((row) => row.name)).toEqual([again.name, name, ...older.slice(3).reverse()])
  expect(rows[1]).toMatchObject({ bytes, at: expect.any(Number) })
  expect(statSync(join(backups, 'mine.db')).size).toBe(0)
})

test('where to point old clients follows the address, or the name, under which the server is known', async () => {
  meet = open({ udp: { host: '192.0.2.7', port: 4_000 } })
  const ways = await meet('oldClients', {})
  expect(ways).toMatchObject({ host: '192.0.2.7', address: '192.0.2.7', port: 4_000 })
  expect(ways.hosts).toBe('192.0.2.7\ticq.mirabilis.com\r\n192.0.2.7\ticq1.mirabilis.com\r\n')
  expect(ways.registry).toBe(
    'REGEDIT4\r\n\r\n[HKEY_CURRENT_USER\\Software\\Mirabilis\\ICQ\\DefaultPrefs]\r\n' +
      '"Default Server Host"="192.0.2.7"\r\n"Default Server Port"=dword:00000fa0\r\n',
  )
  expect(ways.hostsFiles).toContainEqual({ system: 'Windows 95, 98 and Me', path: 'C:\\WINDOWS\\HOSTS' })
  meet = open({ udp: { host: '192.0.2.7', port: 5_000 }, hostName: 'localhost' })
  const named = await meet('oldClients', {})
  expect(named).toMatchObject({ host: 'localhost', address: '127.0.0.1' })
  expect(named.registry).toContain('"Default Server Host"="localhost"\r\n"Default Server Port"=dword:00001388')
})
