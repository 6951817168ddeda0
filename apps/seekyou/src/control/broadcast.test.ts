import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Uin } from '@seekyou/language'
import { openStore, type SqlStore } from '@seekyou/store-sql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Complaint } from '../complaint.ts'
import { watchHealth } from '../serve/health.ts'
import { registryOf } from '../testing/registry.ts'
import { broadcast, messageBytes } from './broadcast.ts'
import type { Registry, Server } from './registry.ts'
import { stoppedServer } from './stopped-server.ts'

let folder: string
let store: SqlStore

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-'))
  store = await openStore({ folder })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const registry = (server: Server): Registry => registryOf(store, { server })
const addPeople = (count: number) =>
  store.addAccounts(Array.from({ length: count }, (_, at) => ({ uin: (1_000 + at) as Uin, passwordHash: '$' })))
const waiting = async (uin: number) => await store.waitingMessages({ uin: uin as Uin, most: 99 })

test('without a server, what is said to the absent is stored, once for each, and never under a used number', async () => {
  await addPeople(1_500)
  await store.setAccount(1_001 as Uin, { ban: { at: 1, reason: '' } })
  await store.setAccount(1_002 as Uin, { settings: { storedMax: 0 } })
  const here = registry(stoppedServer(store))
  const said = { text: 'First\nSecond', absent: true, system: true }
  expect(await broadcast(said, here)).toEqual({ online: 0, absent: 1_499, refused: 1 })
  const text = new TextEncoder().encode('First\r\nSecond')
  for (const uin of [1_000, 1_999, 2_000, 2_499]) {
    expect(await waiting(uin)).toEqual([expect.objectContaining({ from: 1, kind: 9, text })])
  }
  expect(await waiting(1_001)).toEqual([])
  expect(await waiting(1_002)).toEqual([])
  await broadcast({ ...said, system: false }, here)
  const { nextMessageId } = store
  await store.close()
  store = await openStore({ folder })
  await broadcast(said, registry(stoppedServer(store)))
  const messages = await waiting(2_499)
  expect(messages.map(({ kind }) => kind)).toEqual([9, 1, 9])
  expect(store.nextMessageId).toBeGreaterThan(nextMessageId + 3_000)
  expect(messages[2]?.id).toBeGreaterThanOrEqual(store.nextMessageId)
})

test('without a server nobody is on line', async () => {
  const said = broadcast({ text: 'Hello', absent: false, system: false }, registry(stoppedServer(store)))
  await expect(said).rejects.toThrow('No server runs on this data folder')
})

test('a running server is told who is absent a thousand at a time, and alone knows who is here', async () => {
  await addPeople(2_100)
  const told: unknown[] = []
  const server: Server = {
    ...stoppedServer(store),
    online: 3,
    status: () => ({
      online: 3,
      uptimeMs: 1,
      udp: '',
      storeCalls: 0,
      health: watchHealth()(),
      counters: {},
      limits: {},
    }),
    announce: async (to, kind, text) => {
      told.push([typeof to === 'string' ? to : to.length, kind, text.length])
      return 0
    },
  }
  const words = { text: 'Hello', system: false }
  expect(await broadcast({ ...words, absent: false }, registry(server))).toEqual({ online: 3, absent: 0, refused: 0 })
  expect(told.splice(0)).toEqual([['everybodyHere', 1, 5]])
  expect(await broadcast({ ...words, absent: true }, registry(server))).toEqual({
    online: 3,
    absent: 2_097,
    refused: 0,
  })
  expect(told).toEqual([1_000, 1_000, 100].map((count) => [count, 1, 5]))
})

test('what does not fit a message is refused with a sentence', () => {
  const bytes = (text: string, page?: string) => messageBytes('text', text, page, { codePage: 'windows-1252' })
  expect(bytes('a\r\nb\nc\rd')).toEqual(new TextEncoder().encode('a\r\nb\r\nc\r\nd'))
  expect(bytes('Ж', 'windows-1251')).toEqual(Uint8Array.of(0xc6))
  expect(bytes('x'.repeat(450))).toHaveLength(450)
  for (const [text, sentence] of [
    ['x'.repeat(451), /The text has 451 bytes in windows-1252: a message has at most 450\. Shorten it\./],
    [`${'x'.repeat(449)}\n`, /has 451 bytes/],
    ['', /The text is empty/],
    ['Ж', /contains “Ж”, which windows-1252 lacks/],
    ['a\x07', /contains a control character/],
  ] as const) {
    expect(() => bytes(text)).toThrow(Complaint)
    expect(() => bytes(text)).toThrow(sentence)
  }
})
