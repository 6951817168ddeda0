import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Meet } from '@seekyou/office'
import { Unavailable } from '@seekyou/service'
import { openStore, type SqlStore } from '@seekyou/store-sql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Complaint } from '../complaint.ts'
import { registryOf } from '../testing/registry.ts'
import { meetRequests } from './handlers.ts'
import type { Server } from './registry.ts'
import { stoppedServer } from './stopped-server.ts'

let folder: string
let store: SqlStore
let forcedOff: number[]
let changed: number[]
let meet: Meet

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-'))
  store = await openStore({ folder })
  forcedOff = []
  changed = []
  const server: Server = {
    ...stoppedServer(store),
    forceOff: (uin) => forcedOff.push(uin) > 0,
    accountChanged: async (uin) => void changed.push(uin),
  }
  meet = meetRequests(registryOf(store, { server }))
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const hashes = async () => (await meet('exportUsers', {})).rows.map(({ uin, passwordHash }) => [uin, passwordHash])

test('an account gets the number that was asked for, or the next free one', async () => {
  expect(await meet('addUser', { uin: 100_001, nick: 'alpha', password: 'ab' })).toEqual({ uin: 100_001 })
  const { uin } = await meet('addUser', { nick: 'beta', password: 'ab' })
  const { rows, next } = await meet('listUsers', {})
  expect(rows.map((user) => [user.uin, user.nick, user.codePage, user.readAs, user.waiting])).toEqual(
    [
      [uin, 'beta', undefined, 'windows-1252', 0],
      [100_001, 'alpha', undefined, 'windows-1252', 0],
    ].sort((a, b) => Number(a[0]) - Number(b[0])),
  )
  expect(next).toBeUndefined()
  expect(rows[0]).not.toHaveProperty('passwordHash')
})

test('a password is hashed as the bytes that the owner’s client sends', async () => {
  await meet('addUser', { uin: 1000, nick: 'a', password: 'é€' })
  await meet('addUser', { uin: 1001, nick: 'Ёж', password: 'ё', codePage: 'windows-1251' })
  await meet('addUser', { uin: 1002, nick: 'ёж', password: 'ё', codePage: 'koi8-r' })
  expect(await hashes()).toEqual([
    [1000, '$e9 80'],
    [1001, '$b8'],
    [1002, '$a3'],
  ])
  await meet('setUser', { uin: 1002, password: 'Ё' })
  expect((await hashes())[2]).toEqual([1002, '$b3'])
  await meet('setUser', { uin: 1002, password: 'Ё', codePage: 'windows-1251' })
  expect((await hashes())[2]).toEqual([1002, '$a8'])
})

test('what cannot be is refused with a sentence, and nothing changes', async () => {
  await meet('addUser', { uin: 1000, nick: 'alpha', password: 'x' })
  const refusals: [() => Promise<unknown>, RegExp][] = [
    [() => meet('addUser', { uin: 1000, nick: 'a', password: 'x' }), /already an account 1000/],
    [() => meet('addUser', { uin: 999, nick: 'a', password: 'x' }), /999 is reserved/],
    [() => meet('addUser', { nick: 'a', password: 'ж' }), /password contains “ж”, which windows-1252 lacks/],
    [() => meet('addUser', { nick: 'ж', password: 'x' }), /nickname contains “ж”/],
    [
      () => meet('addUser', { nick: 'a'.repeat(21), password: 'x' }),
      /has 21 bytes in windows-1252: clients show at most 20/,
    ],
    [() => meet('addUser', { nick: 'a\x1b[2J', password: 'x' }), /nickname contains a control character/],
    [() => meet('addUser', { nick: 'a', password: '' }), /password is empty/],
    [
      () => meet('addUser', { nick: 'a', password: 'x', codePage: 'utf-8' }),
      /no code page utf-8: choose one of windows-1250/,
    ],
    [() => meet('setUser', { uin: 1001, nick: 'a' }), /1001/],
    [() => meet('removeUser', { uin: 1001 }), /1001/],
    [() => meet('unheardOf' as 'listUsers', {}), /does not know unheardOf/],
  ]
  for (const [answer, sentence] of refusals) {
    const error = await answer().catch((error: unknown) => error)
    expect(error).toBeInstanceOf(Complaint)
    expect((error as Complaint).message).toMatch(sentence)
  }
  expect(await hashes()).toEqual([[1000, '$78']])
  expect(forcedOff).toEqual([])
})

test('a new password and a removal sign the owner off, a new nickname does not', async () => {
  await meet('addUser', { uin: 1000, nick: 'alpha', password: 'x' })
  await meet('setUser', { uin: 1000, nick: 'gamma' })
  expect(forcedOff).toEqual([])
  await meet('setUser', { uin: 1000, password: 'y' })
  expect(forcedOff).toEqual([1000])
  await meet('removeUser', { uin: 1000, now: true })
  expect(forcedOff).toEqual([1000, 1000])
  await expect(meet('addUser', { uin: 1000, nick: 'new', password: 'x' })).rejects.toThrow('never given out again')
})

test('an import takes what is good, names what is not, and an export can be imported', async () => {
  await meet('addUser', { uin: 1000, nick: 'alpha', password: 'x' })
  const { added, refused } = await meet('importUsers', {
    rows: [
      { line: 1, uin: 1000, nick: 'again', password: 'x' },
      { line: 2, uin: 1001, nick: 'b', password: 'y' },
      { line: 4, nick: 'ж', password: 'y' },
      { line: 7, uin: 1002, nick: 'ж', passwordHash: '$kept', codePage: 'windows-1251' },
      { line: 8, nick: 'next', password: 'z' },
    ],
  })
  expect(added).toBe(3)
  expect(refused).toEqual([
    { line: 1, because: 'The number 1000 is taken.' },
    { line: 4, because: expect.stringContaining('“ж”') },
  ])
  expect((await hashes()).slice(0, 3)).toEqual([
    [1000, '$78'],
    [1001, '$79'],
    [1002, '$kept'],
  ])
  const { rows: accounts } = await meet('exportUsers', {})
  for (const { uin } of accounts.slice(1)) expect(uin).toBeGreaterThan(1000)
  const again = await meet('importUsers', { rows: accounts.map((account, at) => ({ line: at + 1, ...account })) })
  expect(again.refused).toHaveLength(accounts.length)
})

test('invites are made, listed and withdrawn', async () => {
  const { code } = await meet('addInvite', { uses: 1 })
  expect(code).toMatch(/^[a-z2-9]{8}$/)
  await meet('addInvite', { code: 'WELCOME', uses: 5, expiresAt: 4_000_000_000_000 })
  await expect(meet('addInvite', { code: 'WELCOME', uses: 1 })).rejects.toBeInstanceOf(Complaint)
  await expect(meet('addInvite', { code: 'far too long', uses: 1 })).rejects.toThrow('A code has 1 to 8')
  const { invites } = await meet('listInvites', {})
  expect(invites).toEqual([
    expect.objectContaining({ code, usesLeft: 1 }),
    expect.objectContaining({ code: 'WELCOME', usesLeft: 5, expiresAt: 4_000_000_000_000 }),
  ])
  await meet('removeInvite', { code })
  await expect(meet('removeInvite', { code })).rejects.toThrow(`There is no invite ${code}.`)
})

test('what was done and could not be written into the audit log is not called undone', async () => {
  const fullDisk = { ...store, writeAudit: () => Promise.reject(new Unavailable(new Error('disk full'))) }
  const meetOnFullDisk = meetRequests(registryOf(fullDisk))
  await expect(meetOnFullDisk('addUser', { uin: 100_001, nick: 'alpha', password: 'ab' })).rejects.toThrow(
    /^This was done/,
  )
  expect((await meet('showUser', { uin: 100_001 })).user.nick).toBe('alpha')
})
