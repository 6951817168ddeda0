import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Uin } from '@seekyou/language'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { InviteTaken, NoUinLeft, UinRemoved, UinReserved, UinTaken, UinUnknown } from './errors.ts'
import { openStore, type SqlStore } from './open-store.ts'

const ann = 200_001 as Uin
const bob = 200_002 as Uin
const credentials = { passwordHash: '$hash', nick: 'Ann' }
let folder: string
let store: SqlStore

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-store-'))
  store = await openStore({ folder, codePage: 'windows-1251' })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

test('accounts get the number that was asked for, or the next free one from 100000 on', async () => {
  expect(await store.addAccount({ uin: ann, ...credentials })).toBe(ann)
  expect(await store.addAccount(credentials)).toBe(100_000)
  expect(await store.addAccount(credentials)).toBe(100_001)
  expect(await store.createAccount({ passwordHash: '$other', invite: undefined })).toBe(100_002)
})

test('numbers in use, numbers of the removed and reserved ones are refused with a sentence', async () => {
  await store.addAccount({ uin: ann, ...credentials })
  await store.addAccount({ uin: bob, ...credentials })
  await store.removeAccount(bob)
  const add = (uin: number) => store.addAccount({ uin: uin as Uin, ...credentials })
  await expect(add(ann)).rejects.toBeInstanceOf(UinTaken)
  await expect(add(ann)).rejects.toThrow(/There is already an account 200001\. Choose another number/)
  await expect(add(bob)).rejects.toBeInstanceOf(UinRemoved)
  await expect(add(bob)).rejects.toThrow(/never given out again/)
  await expect(add(999)).rejects.toBeInstanceOf(UinReserved)
  await expect(add(999)).rejects.toThrow(/Choose one from 1000 on/)
  expect(await add(1000)).toBe(1000)
})

test('of a batch, what can be added is added', async () => {
  await store.addAccount({ uin: bob, ...credentials })
  await store.removeAccount(bob)
  const batch = [ann, ann, bob, 7, undefined].map((uin) => ({ ...credentials, ...(uin ? { uin: uin as Uin } : {}) }))
  expect(await store.addAccounts(batch)).toEqual([
    { uin: ann },
    { uin: ann, refused: 'taken' },
    { uin: bob, refused: 'removed' },
    { uin: 7, refused: 'reserved' },
    { uin: 100_000 },
  ])
})

test('a list shows who waits for what, an export everything that makes an account', async () => {
  const before = Date.now()
  await store.addAccount({ uin: bob, passwordHash: '$hash of bob', nick: 'Бob', codePage: 'windows-1252' })
  await store.addAccount({ uin: ann, ...credentials })
  const message = { to: bob, from: ann, kind: 1, text: new Uint8Array(3), at: 0 }
  await store.commit({ keep: [1, 2].map((id) => ({ id, ...message })), forget: [], storedMax: 100 })
  expect(await store.listAccounts()).toEqual([
    { uin: ann, nick: 'Ann', codePage: 'windows-1251', createdAt: expect.any(Number), waiting: 0 },
    { uin: bob, nick: 'Бob', codePage: 'windows-1252', createdAt: expect.any(Number), waiting: 2 },
  ])
  const exported = await store.exportAccounts()
  expect(exported.map(({ uin, passwordHash }) => [uin, passwordHash])).toEqual([
    [ann, '$hash'],
    [bob, '$hash of bob'],
  ])
  for (const { createdAt } of exported) {
    expect(createdAt).toBeGreaterThanOrEqual(before)
    expect(createdAt).toBeLessThanOrEqual(Date.now())
  }
})

test('what is exported can be imported elsewhere', async () => {
  await store.addAccount({ uin: ann, ...credentials })
  await store.addAccount({ ...credentials, codePage: 'utf-8' })
  const exported = await store.exportAccounts()
  for (const { uin } of exported) await store.removeAccount(uin)
  expect(await store.exportAccounts()).toEqual([])
  const elsewhere = await openStore({ folder: join(folder, 'elsewhere') })
  await elsewhere.addAccounts(exported)
  const imported = await elsewhere.exportAccounts()
  expect(imported.map(({ createdAt, ...rest }) => rest)).toEqual(exported.map(({ createdAt, ...rest }) => rest))
  await elsewhere.close()
})

test('changes touch only what they name', async () => {
  await store.addAccount({ uin: ann, ...credentials })
  await store.setAccount(ann, { nick: 'Anna' })
  await store.setAccount(ann, { passwordHash: '$new' })
  await store.setAccount(ann, {})
  expect(await store.exportAccounts()).toMatchObject([
    { uin: ann, nick: 'Anna', passwordHash: '$new', codePage: 'windows-1251' },
  ])
  await store.setAccount(ann, { codePage: 'utf-8' })
  expect(await store.exportAccounts()).toMatchObject([{ nick: 'Anna', codePage: 'utf-8' }])
})

test('nobody can be changed or removed who is not there', async () => {
  await expect(store.setAccount(ann, { nick: 'x' })).rejects.toBeInstanceOf(UinUnknown)
  await expect(store.removeAccount(ann)).rejects.toThrow('There is no account 200001.')
  await store.addAccount({ uin: ann, ...credentials })
  await store.removeAccount(ann)
  await expect(store.removeAccount(ann)).rejects.toBeInstanceOf(UinUnknown)
})

test('what is deleted cannot be read out of the file either', async () => {
  const [deleted, kept] = ['words to be deleted', 'words to be kept']
  await store.addAccount({ uin: ann, passwordHash: deleted, nick: deleted })
  await store.addAccount({ uin: bob, passwordHash: kept, nick: kept })
  const message = { from: ann, kind: 1, at: 0 }
  const text = new TextEncoder().encode(deleted)
  const keep = [
    { ...message, id: 1, to: ann, text },
    { ...message, id: 2, to: bob, text },
  ]
  await store.commit({ keep, forget: [], storedMax: 100 })
  await store.removeAccount(ann)
  await store.commit({ keep: [], forget: [2], storedMax: 100 })
  await store.close()
  const file = readFileSync(join(folder, 'seekyou.db'), 'latin1')
  expect(file).toContain(kept)
  expect(file).not.toContain(deleted)
})

test('invites: listed with what is left of them, taken back, and never two of one code', async () => {
  await store.addInvite('party', { uses: 3, expiresAt: 4_102_444_800_000 })
  await store.addInvite('once')
  await store.createAccount({ passwordHash: '$hash', invite: 'party' })
  await store.createAccount({ passwordHash: '$hash', invite: 'once' })
  const invites = await store.listInvites()
  expect(invites.map(({ code, usesLeft, expiresAt }) => ({ code, usesLeft, expiresAt }))).toEqual(
    expect.arrayContaining([
      { code: 'party', usesLeft: 2, expiresAt: 4_102_444_800_000 },
      { code: 'once', usesLeft: 0, expiresAt: undefined },
    ]),
  )
  await expect(store.addInvite('once')).rejects.toBeInstanceOf(InviteTaken)
  expect(await store.removeInvite('party')).toBe(true)
  expect(await store.removeInvite('party')).toBe(false)
  expect(await store.createAccount({ passwordHash: '$hash', invite: 'party' })).toBeUndefined()
})

test('an invite is not used up when its account cannot be made', async () => {
  const last = 4_294_967_295
  const full = await openStore({ folder: join(folder, 'full'), firstUin: last })
  await full.addInvite('code', { uses: 2 })
  expect(await full.createAccount({ passwordHash: '$hash', invite: 'code' })).toBe(last)
  await expect(full.createAccount({ passwordHash: '$hash', invite: 'code' })).rejects.toBeInstanceOf(NoUinLeft)
  expect(await full.listInvites()).toMatchObject([{ code: 'code', usesLeft: 1 }])
  await full.close()
})
