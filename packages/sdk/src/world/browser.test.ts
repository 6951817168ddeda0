import { afterEach, expect, test, vi } from 'vitest'
import { browserWorld } from './browser.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('chance is spread from 0 up to 1', () => {
  const { random } = browserWorld()
  const thrown = Array.from({ length: 1_000 }, random)
  expect(thrown.every((number) => number >= 0 && number < 1)).toBe(true)
  expect(new Set(thrown.map((number) => Math.floor(number * 10))).size).toBe(10)
})

test('the wall clock shows what the steady one means', () => {
  const { now, wall } = browserWorld()
  expect(Math.abs(wall(now()) - Date.now())).toBeLessThan(1_000)
  expect(wall(5_000) - wall(4_000)).toBeCloseTo(1_000, -1)
})

test('something is done once, at its time, never before, and not when it is forgotten', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const world = browserWorld()
  const done: string[] = []
  const start = world.now()
  const months = 60 * 24 * 3_600_000
  world.at(start - 5, () => done.push('past'))
  world.at(start + 10.5, () => done.push('soon'))
  const forget = world.at(start + 10, () => done.push('forgotten'))
  world.at(start + months, () => done.push('late'))
  expect(done).toEqual([])
  forget()
  vi.advanceTimersByTime(10)
  expect(done).toEqual(['past'])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['past', 'soon'])
  vi.advanceTimersByTime(months - 12)
  expect(done).toEqual(['past', 'soon'])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['past', 'soon', 'late'])
})

test('a server that needs UDP cannot be reached from a browser', async () => {
  const opened = browserWorld().openRoad(
    'icq.example.org:4000',
    () => {},
    () => {},
  )
  await expect(opened).rejects.toThrow(
    'Cannot reach icq.example.org:4000: from here servers are reached by WebSocket only, as in wss://icq.example.org/datagrams.',
  )
})
