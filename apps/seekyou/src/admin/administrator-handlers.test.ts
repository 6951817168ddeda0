import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Meet } from '@seekyou/office'
import { openStore, type SqlStore } from '@seekyou/store-sql'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Complaint } from '../complaint.ts'
import { meetRequests } from '../control/handlers.ts'
import { stoppedServer } from '../control/stopped-server.ts'
import { registryOf } from '../testing/registry.ts'

const password = 'four words and one'
let folder: string
let store: SqlStore
let meet: Meet

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-'))
  store = await openStore({ folder })
  const server = { ...stoppedServer(store), status: () => ({}) as never }
  meet = meetRequests(registryOf(store, { server }))
})
afterEach(async () => {
  vi.useRealTimers()
  await store.close()
  rmSync(folder, { recursive: true })
})

const codeOf = async () => (await meet('setupLink', {})).path.replace('/setup#', '')
const names = async () => (await meet('listAdministrators', {})).rows.map(({ name }) => name)
const setUp = (code: string, name = 'ann') => meet('setUp', { code, name, password })
const gone = 'This setup link is not valid any more'

test('a setup link makes one administrator, once', async () => {
  const { path } = await meet('setupLink', {})
  expect(path).toMatch(/^\/setup#[\w-]{22}$/)
  const code = path.replace('/setup#', '')
  await expect(meet('setUp', { code, name: 'ann', password: 'short' })).rejects.toThrow('at least 12 characters')
  await expect(setUp(code, 'a b')).rejects.toThrow('A name has 1 to 40 letters')
  await setUp(code)
  await expect(setUp(code, 'bob')).rejects.toThrow(gone)
  expect(await names()).toEqual(['ann'])
})

test('a newer link ends the older one, and an hour ends any', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 })
  const [older, newer] = [await codeOf(), await codeOf()]
  await expect(setUp(older)).rejects.toThrow(gone)
  vi.setSystemTime(3_600_000)
  await expect(setUp(newer)).rejects.toThrow(gone)
  const last = await codeOf()
  vi.setSystemTime(7_199_999)
  await setUp(last)
})

test('a link that led to nothing is good again, and two who use it at once are not both let in', async () => {
  await setUp(await codeOf())
  const code = await codeOf()
  await expect(setUp(code)).rejects.toThrow('There is already an administrator ann.')
  const both = await Promise.allSettled([setUp(code, 'bob'), setUp(code, 'cid')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await names()).toHaveLength(2)
})

test('of a server that does not run there is no link', async () => {
  await expect(meetRequests(registryOf(store))('setupLink', {})).rejects.toThrow('No server runs')
})

test('a password is right for its own name only, however that is written', async () => {
  await meet('addAdministrator', { name: 'ann', password })
  const check = async (name: string, password: string) => (await meet('checkAdministrator', { name, password })).isRight
  expect(await check('Ann', password)).toBe(true)
  expect(await check('ann', `${password}.`)).toBe(false)
  expect(await check('bob', password)).toBe(false)
  await meet('setAdministratorPassword', { name: 'ann', password: 'é another one' })
  expect(await check('ann', password)).toBe(false)
  expect(await check('ann', 'e\u0301 another one')).toBe(true)
})

test('the last administrator stays, and nobody is called as the audit log calls others', async () => {
  await meet('addAdministrator', { name: 'ann', password })
  await expect(meet('removeAdministrator', { name: 'ann' })).rejects.toThrow('ann is the last administrator')
  await meet('addAdministrator', { name: 'bob', password })
  await meet('removeAdministrator', { name: 'ann' })
  expect(await names()).toEqual(['bob'])
  for (const name of ['terminal', 'Server', 'token x', '', '-a', 'x'.repeat(41)]) {
    await expect(meet('addAdministrator', { name, password })).rejects.toThrow('A name has 1 to 40 letters')
  }
  for (const [what, ask] of [
    ['removeAdministrator', { name: 'cid' }],
    ['setAdministratorPassword', { name: 'cid', password }],
    ['removeToken', { name: 'cid' }],
  ] as const) {
    const error = await (meet as (name: string, ask: object) => Promise<unknown>)(what, ask).catch((error) => error)
    expect(error).toBeInstanceOf(Complaint)
    expect(error).toMatchObject({ isUnknown: true, message: expect.stringMatching(/^There is no \w+ cid\.$/) })
  }
})

test('a token is known until it is withdrawn', async () => {
  const { token } = await meet('addToken', { name: 'backup' })
  expect(token).toMatch(/^seekyou_[\w-]{43}$/)
  expect(await meet('checkToken', { token })).toEqual({ name: 'backup' })
  expect(await meet('checkToken', { token: `${token}x` })).toEqual({})
  await meet('removeToken', { name: 'backup' })
  expect(await meet('checkToken', { token })).toEqual({})
})

test('nothing secret is in the database, and no password, code or token in the audit log', async () => {
  const code = await codeOf()
  await setUp(code)
  const { token } = await meet('addToken', { name: 'backup' }, 'ann')
  await meet('checkAdministrator', { name: 'ann', password })
  await meet('checkAdministrator', { name: password, password })
  const { code: invite } = await meet('addInvite', { uses: 2 }, 'token backup')
  await meet('addUser', { uin: 1_000, nick: 'secret nick', password: 'secret' })
  await meet('setUser', { uin: 1_000, password: 'secret2', nick: 'other' })
  await meet('banUser', { uin: 1_000, reason: 'secret reason' })
  const { rows } = await meet('listAudit', {})
  expect(rows.map(({ by, what, whom, detail }) => [by, what, whom, detail]).reverse()).toEqual([
    ['terminal', 'setupLink', undefined, undefined],
    ['terminal', 'setUp', 'ann', undefined],
    ['ann', 'addToken', 'backup', undefined],
    ['ann', 'signIn', undefined, undefined],
    ['token backup', 'addInvite', undefined, 'for 2'],
    ['terminal', 'addUser', '1000', undefined],
    ['terminal', 'setUser', '1000', 'password, nick'],
    ['terminal', 'banUser', '1000', undefined],
  ])
  const log = JSON.stringify(rows)
  for (const secret of [code, token, invite, password, 'secret']) expect(log).not.toContain(secret)
  await store.close()
  const file = readFileSync(join(folder, 'seekyou.db'), 'latin1')
  for (const secret of [code, token, password]) expect(file).not.toContain(secret)
})
