import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchHealth } from './health.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval'] }))
afterEach(() => void vi.useRealTimers())

test('a process that was busy shows it, until the minute is over', async () => {
  const health = watchHealth()
  await vi.waitUntil(() => {
    const until = performance.now() + 100
    while (performance.now() < until);
    return health().delayMs.max > 50
  })
  vi.advanceTimersByTime(60_000)
  expect(health().delayMs.max).toBeGreaterThan(50)
  vi.advanceTimersByTime(60_000)
  expect(health().delayMs.max).toBeLessThan(50)
})

test('memory is told in bytes, and what the process waits for is counted', () => {
  const { memory, handles, delayMs } = watchHealth()()
  expect(memory.heapUsed).toBeGreaterThan(1_000_000)
  expect(memory.rss).toBeGreaterThan(memory.heapUsed)
  expect(handles).toBeGreaterThan(0)
  expect(delayMs.p50).toBeLessThanOrEqual(delayMs.p99)
})
