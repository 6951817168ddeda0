import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyInfo, type Uin } from '@seekyou/language'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sought } from '../accounts.ts'
import { openStore, type SqlStore } from '../open-store.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const people = [
  { uin: 2_000, nick: 'Alpha', first: 'Ann', last: 'Lee', email: 'ann@home.example' },
  { uin: 2_001, nick: 'alp', hides: true },
  { uin: 20_010, first: 'ALPINE', ban: { at: 1, reason: '' } },
  { uin: 20_011, last: 'alps', leavesAt: 5 },
  { uin: 200_100, email: 'alp@home.example' },
  { uin: 200_101 },
]
let folder: string
let store: SqlStore

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-store-'))
  store = await openStore({ folder })
  await store.addAccounts(
    people.map(({ uin, nick = '', first = '', last = '', email = '', ...rest }) => ({
      uin: uin as Uin,
      passwordHash: '$',
      info: { ...emptyInfo, nick: bytes(nick), first: bytes(first), last: bytes(last), email: bytes(email) },
      ...rest,
    })),
  )
  await store.addAccount({
    uin: 300_000 as Uin,
    passwordHash: '$',
    info: { ...emptyInfo, nick: Uint8Array.of(255, 255, 1) },
  })
  const links = [2_000, 200_100].map((uin) => ({ uin: uin as Uin, visit: 'v', numbers: 'n' }))
  await store.commit({ keep: [], forget: [], storedMax: 1, storedFromOneMax: 1, links, at: 7 })
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const find = async (sought: Sought, after = 0, most = 50) => {
  const { accounts, total } = await store.findAccounts(sought, after, most)
  return [accounts.map(({ uin }) => uin), total]
}

test('a beginning finds everybody once, hidden, banned and leaving ones too', async () => {
  expect(await find({ texts: [bytes('ALP')] })).toEqual([[2_000, 2_001, 20_010, 20_011, 200_100], 5])
  expect(await find({ texts: [bytes('alpha'), bytes('alps')] })).toEqual([[2_000, 20_011], 2])
  expect(await find({ texts: [bytes('ann')] })).toEqual([[2_000], 1])
  expect(await find({ texts: [Uint8Array.of(255)] })).toEqual([[300_000], 1])
  expect(await find({ texts: [bytes('%')] })).toEqual([[], 0])
  expect(await find({ texts: [] })).toEqual([[], 0])
})

test('numbers are found by range, and together with texts', async () => {
  expect(
    await find({
      numbers: [
        [2_001, 2_001],
        [20_010, 20_019],
      ],
    }),
  ).toEqual([[2_001, 20_010, 20_011], 3])
  expect(await find({ texts: [bytes('lee')], numbers: [[2_001, 2_001]] })).toEqual([[2_000, 2_001], 2])
})

test('only those who are on line, banned or about to leave', async () => {
  expect(await find({ only: 'banned' })).toEqual([[20_010], 1])
  expect(await find({ only: 'leaving' })).toEqual([[20_011], 1])
  expect(await find({ only: 'leaving', texts: [bytes('alp')] })).toEqual([[20_011], 1])
  expect((await find({ only: 'linked' }))[0]).toEqual([2_000, 200_100])
  expect(await find({ only: 'linked', texts: [bytes('alp')] })).toEqual([[2_000, 200_100], 2])
})

test('pages follow one another, each with the number of all', async () => {
  expect(await find({}, 0, 3)).toEqual([[2_000, 2_001, 20_010], 7])
  expect(await find({}, 20_010, 3)).toEqual([[20_011, 200_100, 200_101], 7])
  expect(await find({ texts: [bytes('al')] }, 2_001, 2)).toEqual([[20_010, 20_011], 5])
  expect((await find({ only: 'linked' }, 2_000, 1))[0]).toEqual([200_100])
})
