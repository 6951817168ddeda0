import { Counters } from '@seekyou/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openChronicle } from './chronicle.ts'

const start = Date.UTC(1998, 8, 1)

beforeEach(() => void vi.useFakeTimers({ now: start }))
afterEach(() => void vi.useRealTimers())

test('each second is sampled, and says what has come since the one before', () => {
  const node = { counters: new Counters(), size: 2 }
  node.counters.datagramsIn = 100
  const { read } = openChronicle(node)
  node.counters.datagramsIn = 107
  node.counters.messagesAccepted = 3
  node.counters.packetsDropped = 1
  node.counters.strangersDropped = 2
  vi.advanceTimersByTime(1_000)
  node.size = 3
  node.counters.datagramsIn = 108
  vi.advanceTimersByTime(1_000)
  const nothing = { messages: 0, datagramsOut: 0, refused: 0, faults: 0, limitsHit: 0 }
  expect(read().seconds).toEqual([
    { ...nothing, at: start + 1_000, online: 2, datagramsIn: 7, messages: 3, limitsHit: 3, rss: expect.any(Number) },
    { ...nothing, at: start + 2_000, online: 3, datagramsIn: 1, rss: expect.any(Number) },
  ])
})

test('ten minutes of seconds and a day of five minutes are kept', () => {
  const node = { counters: new Counters(), size: 0 }
  const { read, stop } = openChronicle(node)
  for (let minute = 0; minute < 25 * 60; minute++) {
    node.counters.faults += 1
    vi.advanceTimersByTime(60_000)
  }
  stop()
  vi.advanceTimersByTime(600_000)
  const { seconds, day } = read()
  expect([seconds.length, day.length]).toEqual([600, 288])
  expect([seconds.at(-1)?.at, day.at(-1)?.at]).toEqual([start + 90_000_000, start + 90_000_000])
  expect(new Set(day.map(({ faults }) => faults))).toEqual(new Set([5]))
})

test('the fifty newest events are kept, the newest first', () => {
  const { note, read } = openChronicle({ counters: new Counters(), size: 0 })
  for (let count = 1; count <= 60; count++) note({ kind: 'signedOn', uin: count, text: `${count}` })
  const { latest } = read()
  expect([latest.length, latest[0], latest.at(-1)?.uin]).toEqual([
    50,
    { at: start, kind: 'signedOn', uin: 60, text: '60' },
    11,
  ])
})
