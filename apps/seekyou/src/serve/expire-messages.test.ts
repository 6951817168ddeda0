import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { expireMessages } from './expire-messages.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

beforeEach(() => void vi.useFakeTimers({ now: 100 * dayMs }))
afterEach(() => void vi.useRealTimers())

test('old messages are removed at once and then every hour, until the end', async () => {
  const asked: number[] = []
  const said: unknown[] = []
  const store = { expireMessages: async (olderThan: number) => asked.push(olderThan) }
  const log = { info: (what: unknown) => said.push(what), error: () => {} }
  const { stop } = expireMessages(store, 90 * dayMs, log as never)
  await vi.advanceTimersByTimeAsync(2 * hourMs)
  expect(asked).toEqual([10 * dayMs, 10 * dayMs + hourMs, 10 * dayMs + 2 * hourMs])
  expect(said).toEqual([{ removed: 1 }, { removed: 2 }, { removed: 3 }])
  stop()
  await vi.advanceTimersByTimeAsync(2 * hourMs)
  expect(asked).toHaveLength(3)
})

test('a disk that fails is told to the operator, and asked again', async () => {
  const errors: unknown[] = []
  const store = { expireMessages: () => Promise.reject(new Error('the disk is full')) }
  const { stop } = expireMessages(store, dayMs, {
    info: () => {},
    error: (what: unknown) => errors.push(what),
  } as never)
  await vi.advanceTimersByTimeAsync(hourMs)
  expect(errors).toHaveLength(2)
  stop()
})

test('when messages wait for ever, nothing is asked', async () => {
  const store = { expireMessages: vi.fn() }
  expireMessages(store, Number.POSITIVE_INFINITY, {} as never).stop()
  await vi.advanceTimersByTimeAsync(2 * hourMs)
  expect(store.expireMessages).not.toHaveBeenCalled()
})
