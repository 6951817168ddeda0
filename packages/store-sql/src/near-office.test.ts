import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Uin } from '@seekyou/language'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AdministratorTaken, NotBackedUp, TokenTaken, UinUnknown } from './errors.ts'
import { openStore, type SqlStore } from './open-store.ts'

const ann = 200_001 as Uin
const bob = 200_002 as Uin
const cid = 200_003 as Uin
const bytes = (text: string) => new TextEncoder().encode(text)
let folder: string
let store: SqlStore

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-store-'))
  store = await openStore({ folder })
  await store.addAccount({ uin: ann, passwordHash: '$' })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const announce = (...list: Uin[]) => store.rememberContacts({ uin: ann, contacts: list, list, allowsAll: true })
const uinsOf = async (uin = ann) => (await store.contactList(uin)).map((contact) => contact.uin)

test('the contact list is what was announced last, whomever somebody has had before', async () => {
  expect(await store.contactList(ann)).toEqual([])
  await announce(bob, cid)
  expect(await uinsOf()).toEqual([bob, cid])
  await announce(cid)
  await store.allowContact({ uin: ann, contact: bob })
  expect(await uinsOf()).toEqual([cid])
  expect(await uinsOf(bob)).toEqual([])
  await store.close()
  store = await openStore({ folder })
  expect(await uinsOf()).toEqual([cid])
  await store.removeAccount(ann)
  expect(await uinsOf()).toEqual([])
})

test('contacts are called what their owner calls them, also when they come back', async () => {
  await announce(bob, cid)
  await store.nameContacts(ann, [
    { uin: bob, name: 'Ёж', group: 'Home' },
    { uin: cid, name: '', group: 'Work' },
  ])
  await store.nameContacts(ann, [{ uin: cid, name: 'Cid', group: '' }])
  const all = [
    { uin: bob, name: 'Ёж', group: 'Home' },
    { uin: cid, name: 'Cid', group: '' },
  ]
  expect(await store.contactList(ann)).toEqual(all)
  await announce(cid)
  await announce(bob, cid)
  expect(await store.contactList(ann)).toEqual(all)
  await store.nameContacts(ann, [{ uin: bob, name: '', group: '' }])
  expect((await store.contactList(ann))[0]).toEqual({ uin: bob, name: '', group: '' })
  await expect(store.nameContacts(bob, all)).rejects.toBeInstanceOf(UinUnknown)
})

test('no more names are kept than contacts are remembered', async () => {
  const many = Array.from({ length: 2_001 }, (_, at) => ({ uin: (300_000 + at) as Uin, name: 'x', group: '' }))
  await store.nameContacts(ann, many)
  await announce(...many.map(({ uin }) => uin))
  expect((await store.contactList(ann)).map(({ name }) => name).lastIndexOf('x')).toBe(1_999)
})

test('settings of a browser are kept for an account, as they are', async () => {
  expect(await store.readSettings(ann)).toBeUndefined()
  for (const settings of ['{"theme":"1998"}', '']) {
    await store.keepSettings(ann, settings)
    expect(await store.readSettings(ann)).toBe(settings)
  }
  await expect(store.keepSettings(bob, '{}')).rejects.toBeInstanceOf(UinUnknown)
  await store.removeAccount(ann)
  expect(await store.readSettings(ann)).toBeUndefined()
})

test('what was chosen is known after a restart', async () => {
  expect(await store.readChoice('registration')).toBeUndefined()
  await store.keepChoice('registration', 'open')
  await store.keepChoice('registration', 'invite')
  await store.close()
  store = await openStore({ folder })
  expect(await store.readChoice('registration')).toBe('invite')
})

test('administrators differ by more than capitals, and the last one stays', async () => {
  await store.addAdministrator('ann', '$1')
  await expect(store.addAdministrator('Ann', '$2')).rejects.toBeInstanceOf(AdministratorTaken)
  expect(await store.removeAdministrator('ANN')).toBe('last')
  await store.addAdministrator('bob', '$2')
  expect(await store.setAdministratorPassword('BOB', '$3')).toBe(true)
  expect(await store.setAdministratorPassword('cid', '$3')).toBe(false)
  expect(await store.removeAdministrator('cid')).toBe('unknown')
  expect(await store.removeAdministrator('Ann')).toBe('removed')
  expect(await store.removeAdministrator('bob')).toBe('last')
  expect(await store.listAdministrators()).toEqual([{ name: 'bob', passwordHash: '$3', createdAt: expect.any(Number) }])
})

test('a token is known by its hash, and when it was used', async () => {
  await store.addToken('backup', 'f00d')
  await expect(store.addToken('BACKUP', 'beef')).rejects.toBeInstanceOf(TokenTaken)
  expect(await store.listTokens()).toEqual([{ name: 'backup', createdAt: expect.any(Number), usedAt: undefined }])
  expect(await store.useToken('beef')).toBeUndefined()
  expect(await store.useToken('f00d')).toBe('backup')
  expect(await store.listTokens()).toMatchObject([{ usedAt: expect.any(Number) }])
  expect(await store.removeToken('Backup')).toBe(true)
  expect(await store.removeToken('backup')).toBe(false)
  expect(await store.useToken('f00d')).toBeUndefined()
})

test('the audit log is read from its end, some lines at a time', async () => {
  for (const whom of ['1', '2', undefined])
    await store.writeAudit({ by: 'terminal', what: 'banUser', whom, detail: 'x' })
  const [third, second] = await store.listAudit(2)
  expect(third).toEqual({
    id: 3,
    at: expect.any(Number),
    by: 'terminal',
    what: 'banUser',
    whom: undefined,
    detail: 'x',
  })
  expect(second).toMatchObject({ id: 2, whom: '2' })
  expect((await store.listAudit(9, 2)).map(({ id }) => id)).toEqual([1])
})

test('a backup is a whole database for its owner alone, written while messages are kept', async () => {
  const message = { to: ann, from: bob, kind: 1, at: 0 }
  const commit = (id: number, text: Uint8Array) =>
    store.commit({ keep: [{ id, ...message, text }], forget: [], storedMax: 1e6, storedFromOneMax: 1e6 })
  for (let id = 1; id <= 40; id++) await commit(id, new Uint8Array(100_000).fill(id))
  const backups = join(folder, 'backups')
  const file = join(backups, 'copy.db')
  const written = store.backUp(file)
  await expect(store.backUp(join(backups, 'other.db'))).rejects.toThrow('A backup is being written already')
  for (let id = 41; id <= 60; id++) await commit(id, bytes('meanwhile'))
  expect(await written).toBe(statSync(file).size)
  expect(readdirSync(backups)).toEqual(['copy.db'])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(backups).mode & 0o777).toBe(0o700)

  const restored = join(folder, 'restored')
  await store.backUp(join(restored, 'seekyou.db'))
  const copy = await openStore({ folder: restored })
  expect(await copy.waitingMessages({ uin: ann, most: 100 })).toEqual(
    await store.waitingMessages({ uin: ann, most: 100 }),
  )
  expect(copy.nextMessageId).toBeGreaterThan(60)
  await copy.close()
})

test('a backup that cannot be written says why, and the next one is written', async () => {
  const refused = store.backUp(join(folder, 'seekyou.db', 'copy.db'))
  await expect(refused).rejects.toBeInstanceOf(NotBackedUp)
  await expect(refused).rejects.toThrow(/^The backup could not be written: .*EEXIST/)
  expect(await store.backUp(join(folder, 'copy.db'))).toBeGreaterThan(0)
})

test('a store that is closed in the middle of a backup closes when the copy is whole', async () => {
  const many = Array.from({ length: 5_000 }, (_, at) => ({
    ...{ id: at + 1, to: ann, from: bob, kind: 1, at: 0 },
    text: new Uint8Array(2_000),
  }))
  await store.commit({ keep: many, forget: [], storedMax: 1e6, storedFromOneMax: 1e6 })
  const file = join(folder, 'copy.db')
  const told = store.backUp(file).catch((error: unknown) => error)
  await store.close()
  await told
  store = await openStore({ folder })
  const elsewhere = join(folder, 'elsewhere')
  mkdirSync(elsewhere)
  renameSync(file, join(elsewhere, 'seekyou.db'))
  const copy = await openStore({ folder: elsewhere })
  expect(await copy.waitingMessages({ uin: ann, most: 10_000 })).toHaveLength(5_000)
  await copy.close()
})
