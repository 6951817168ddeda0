import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyExtInfo, emptyInfo, type Uin } from '@seekyou/language'
import { ordinarySettings } from '@seekyou/service'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NewAccount } from './accounts.ts'
import { InviteTaken, NoUinLeft, TooManyInvites, UinRemoved, UinReserved, UinTaken, UinUnknown } from './errors.ts'
import { openStore, type SqlStore } from './open-store.ts'

const ann = 200_001 as Uin
const bob = 200_002 as Uin
const credentials = { passwordHash: '$hash' }
const roomy = { storedMax: 100, storedFromOneMax: 100 }
const bytes = (text: string) => new TextEncoder().encode(text)
const everybody = () => store.listAccounts(0, 1_000)
let folder: string
let store: SqlStore

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-store-'))
  store = await openStore({ folder })
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

test('a list shows everything, a page at a time', async () => {
  const before = Date.now()
  await store.addAccount({ uin: bob, passwordHash: '$hash of bob', codePage: 'windows-1251' })
  await store.addAccount({ uin: ann, ...credentials })
  const message = { to: bob, from: ann, kind: 1, text: new Uint8Array(3), at: 0 }
  await store.commit({ keep: [1, 2].map((id) => ({ id, ...message })), forget: [], ...roomy })
  const untold = {
    codePage: undefined,
    createdAt: expect.any(Number),
    info: emptyInfo,
    extInfo: emptyExtInfo,
    settings: ordinarySettings,
    hides: false,
    ban: undefined,
    waiting: 0,
    hasLink: false,
  }
  const both = await everybody()
  expect(both).toEqual([
    { ...untold, uin: ann, passwordHash: '$hash' },
    { ...untold, uin: bob, passwordHash: '$hash of bob', codePage: 'windows-1251', waiting: 2 },
  ])
  for (const { createdAt } of both) {
    expect(createdAt).toBeGreaterThanOrEqual(before)
    expect(createdAt).toBeLessThanOrEqual(Date.now())
  }
  expect(await store.listAccounts(ann, 9)).toEqual([both[1]])
  expect(await store.listAccounts(0, 1)).toEqual([both[0]])
  expect(await store.readAccount(bob)).toEqual(both[1])
})

/** Somebody of whom everything is known. */
const told: NewAccount = {
  uin: ann,
  passwordHash: '$hash',
  codePage: 'koi8-r',
  createdAt: 891_993_600_000,
  info: { nick: bytes('Ann'), first: bytes('A'), last: bytes('N'), email: bytes('a@n'), needsAuthorization: true },
  extInfo: {
    city: Uint8Array.of(0, 255),
    country: 7,
    timeZone: -6,
    state: bytes('s'),
    age: 20,
    sex: 2,
    phone: bytes('1'),
    homepage: bytes('h'),
    about: bytes('b'),
    zip: 4_294_967_295,
  },
  settings: { direct: false, publishesEmail: true, storedMax: 0, isLimited: false },
  hides: true,
  ban: { at: 891_993_600_001, reason: 'spam' },
  leavesAt: 891_993_600_002,
}

test('what is exported can be imported elsewhere', async () => {
  await store.addAccount(told)
  await store.addAccount(credentials)
  const exported = await everybody()
  expect(exported).toContainEqual({ ...told, waiting: 0, hasLink: false })
  const elsewhere = await openStore({ folder: join(folder, 'elsewhere') })
  await elsewhere.addAccounts(exported)
  expect(await elsewhere.listAccounts(0, 1_000)).toEqual(exported)
  await elsewhere.close()
})

test('changes touch only what they name', async () => {
  await store.addAccount(told)
  await store.setAccount(ann, {})
  expect(await store.readAccount(ann)).toEqual({ ...told, waiting: 0, hasLink: false })
  await store.setAccount(ann, { passwordHash: '$new', hides: false, info: { nick: bytes('Anna') } })
  await store.setAccount(ann, { ban: undefined, leavesAt: undefined, codePage: undefined })
  await store.setAccount(ann, { settings: { direct: undefined } })
  expect(await store.readAccount(ann)).toEqual({
    ...told,
    passwordHash: '$new',
    hides: false,
    info: { ...told.info, nick: bytes('Anna') },
    ban: undefined,
    leavesAt: undefined,
    codePage: undefined,
    settings: { ...told.settings, direct: undefined },
    waiting: 0,
    hasLink: false,
  })
})

test('a ban keeps somebody from signing on and from being found', async () => {
  await store.addAccount({ ...told, hides: false, leavesAt: undefined })
  const search = { nick: bytes('ann'), first: bytes(''), last: bytes(''), email: bytes(''), most: 9 }
  expect((await store.findAccount({ uin: ann }))?.account.isBanned).toBe(true)
  expect(await store.searchUsers(search)).toEqual({ found: [], hasMore: false })
  await store.setAccount(ann, { ban: undefined })
  expect((await store.findAccount({ uin: ann }))?.account.isBanned).toBe(false)
  expect((await store.searchUsers(search)).found).toHaveLength(1)
})

test('who is about to leave cannot sign on, is not found, and goes when the time has come', async () => {
  await store.addAccount({ ...told, hides: false, ban: undefined, leavesAt: 500 })
  await store.addAccounts(
    Array.from({ length: 45 }, (_, at) => ({ uin: (300_000 + at) as Uin, ...credentials, leavesAt: 400 })),
  )
  await store.addAccount({ uin: bob, ...credentials })
  const search = { nick: bytes('ann'), first: bytes(''), last: bytes(''), email: bytes(''), most: 9 }
  expect((await store.findAccount({ uin: ann }))?.account.isBanned).toBe(true)
  expect(await store.searchUsers(search)).toEqual({ found: [], hasMore: false })
  expect(await store.removeLeavers(399)).toEqual([])
  expect(await store.removeLeavers(400)).toHaveLength(45)
  expect((await everybody()).map(({ uin }) => uin)).toEqual([ann, bob])
  await store.setAccount(ann, { leavesAt: undefined })
  expect((await store.findAccount({ uin: ann }))?.account.isBanned).toBe(false)
  expect((await store.searchUsers(search)).found).toHaveLength(1)
  await store.setAccount(ann, { leavesAt: 600 })
  expect(await store.removeLeavers(600)).toEqual([ann])
  await expect(store.addAccount({ uin: ann, ...credentials })).rejects.toBeInstanceOf(UinRemoved)
})

test('of a link that has ended it stays known when, and of a removed account not for long', async () => {
  await store.addAccount({ uin: ann, ...credentials })
  await store.addAccount({ uin: bob, ...credentials })
  const links = [ann, bob].map((uin) => ({ uin, visit: 'v', numbers: 'n' }))
  const nothing = { keep: [], forget: [], ...roomy }
  await store.commit({ ...nothing, links, at: 1_000 })
  expect(await store.readAccount(ann)).toMatchObject({ hasLink: true, lastOnAt: undefined })
  await store.commit({ ...nothing, ended: [ann, bob] })
  await store.removeAccount(bob)
  await store.commit({ ...nothing, at: 10_000_000 })
  expect((await store.formerLinks()).ended).toEqual([])
  expect(await store.readAccount(ann)).toMatchObject({ hasLink: false, lastOnAt: 1_000 })
  await store.commit({ ...nothing, at: 1_001 })
  expect((await store.formerLinks()).ended).toEqual([{ uin: ann, at: 1_000 }])
})

test('old messages expire, the others stay', async () => {
  await store.addAccount({ uin: ann, ...credentials })
  const many = Array.from({ length: 5_000 }, (_, id) => ({
    id,
    to: ann,
    from: bob,
    kind: 1,
    text: bytes('x'),
    at: id % 10,
  }))
  await store.commit({ keep: many, forget: [], storedMax: 10_000, storedFromOneMax: 10_000 })
  expect(await store.expireMessages(0)).toBe(0)
  expect(await store.expireMessages(7)).toBe(3_500)
  const left = await store.waitingMessages({ uin: ann, most: 10_000 })
  expect(left.map(({ at }) => at).filter((at) => at < 7)).toEqual([])
  expect(left).toHaveLength(1_500)
})

test('nobody can be changed or removed who is not there', async () => {
  await expect(store.setAccount(ann, { hides: true })).rejects.toBeInstanceOf(UinUnknown)
  await expect(store.removeAccount(ann)).rejects.toThrow('There is no account 200001.')
  await store.addAccount({ uin: ann, ...credentials })
  await store.removeAccount(ann)
  await expect(store.removeAccount(ann)).rejects.toBeInstanceOf(UinUnknown)
})

test('what is deleted cannot be read out of the file either', async () => {
  const [deleted, kept] = ['words to be deleted', 'words to be kept']
  const account = (text: string) => ({ passwordHash: text, info: { ...emptyInfo, nick: bytes(text) } })
  await store.addAccount({ uin: ann, ...account(deleted) })
  await store.addAccount({ uin: bob, ...account(kept) })
  const message = { from: ann, kind: 1, at: 0 }
  const text = bytes(deleted)
  const keep = [
    { ...message, id: 1, to: ann, text },
    { ...message, id: 2, to: bob, text },
  ]
  await store.commit({ keep, forget: [], ...roomy })
  await store.removeAccount(ann)
  await store.commit({ keep: [], forget: [2], ...roomy })
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

test('invites of an account are its own, and go with it', async () => {
  await store.addAccount({ uin: ann, ...credentials })
  await store.addInvite('party')
  await store.addInvite('friend', { maker: { uin: ann, openMax: 2 } })
  expect((await store.listInvites()).map(({ code, madeBy }) => [code, madeBy])).toEqual(
    expect.arrayContaining([
      ['party', undefined],
      ['friend', ann],
    ]),
  )
  const again = (code: string, expiresAt = 4_102_444_800_000) =>
    store.addInvite(code, { maker: { uin: ann, openMax: 2 }, expiresAt })
  await again('late', 9)
  await again('second')
  expect((await store.invitesOf(ann)).map(({ code }) => code).sort()).toEqual(['friend', 'second'])
  await expect(again('third')).rejects.toBeInstanceOf(TooManyInvites)
  await store.createAccount({ passwordHash: '$', invite: 'friend' })
  await again('third')
  await store.removeAccount(ann)
  expect((await store.listInvites()).map(({ code }) => code)).toEqual(['party'])
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
