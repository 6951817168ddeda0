import type { Uin } from '@seekyou/language'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { removeLeavers } from './remove-leavers.ts'

const hourMs = 3_600_000

beforeEach(() => void vi.useFakeTimers({ now: 0 }))
afterEach(() => void vi.useRealTimers())

test('who is to leave goes at the start or within an hour, and it is written down', async () => {
  const leaving: Uin[][] = [[1_000 as Uin], [], [1_001 as Uin, 1_002 as Uin]]
  const written: unknown[] = []
  const said: unknown[] = []
  const store = {
    removeLeavers: async () => leaving.shift() ?? [],
    writeAudit: async ({ by, what, whom }: { by: string; what: string; whom: string | undefined }) =>
      void written.push([by, what, whom]),
  }
  const { stop } = removeLeavers(store, { info: (what: unknown) => said.push(what), error: () => {} } as never)
  await vi.advanceTimersByTimeAsync(2 * hourMs)
  expect(written).toEqual([1_000, 1_001, 1_002].map((uin) => ['server', 'removeUser', String(uin)]))
  expect(said).toEqual([{ removed: 1 }, { removed: 2 }])
  leaving.push([1_003 as Uin])
  stop()
  await vi.advanceTimersByTimeAsync(2 * hourMs)
  expect(leaving).toHaveLength(1)
})

test('a disk that fails is told to the operator, and asked again', async () => {
  const errors: unknown[] = []
  const store = { removeLeavers: () => Promise.reject(new Error('full')), writeAudit: async () => {} }
  const log = { info: () => {}, error: (what: unknown) => errors.push(what) }
  const { stop } = removeLeavers(store, log as never)
  await vi.advanceTimersByTimeAsync(hourMs)
  expect(errors).toHaveLength(2)
  stop()
})
