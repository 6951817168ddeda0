import { uin } from '@seekyou/language'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limitsOff, limitsOn } from './limits.ts'
import { type Command, kindOf, Pace, type PacedKind, pacingOf } from './pace.ts'

const limits = {
  ...limitsOn,
  messagesBurst: 2,
  messagesPerSecond: 2,
  messagesQueue: 3,
  searchesPerMinute: 1,
  changesPerMinute: 1,
  requestsQueue: 2,
}
const newPace = () => new Pace(pacingOf(limits))
const command = (sequence: number): Command => ({
  intent: { name: 'searchUin', uin: uin(1_001) },
  request: 0,
  sequence,
  code: 0,
  isAcknowledged: false,
})
const admitted = (pace: Pace, kind: PacedKind, count: number) =>
  Array.from({ length: count }, (_, index) => pace.admit(kind, command(index), 0))
const takenAt = (pace: Pace, now: number, all = false) => {
  const taken: number[] = []
  for (let next = pace.takeDue(now, all); next; next = pace.takeDue(now, all)) taken.push(next.sequence)
  return taken
}

test('a burst goes on at once, what follows waits, and what is too much finds no place', () => {
  expect(admitted(newPace(), 'messages', 7)).toEqual(['go', 'go', 'wait', 'wait', 'wait', 'full', 'full'])
})

test('who waits goes on in order, as fast as is allowed', () => {
  const pace = newPace()
  admitted(pace, 'messages', 5)
  expect([pace.wakeAt, pace.messagesWaiting]).toEqual([500, 3])
  expect([takenAt(pace, 499), takenAt(pace, 500), takenAt(pace, 1_600)]).toEqual([[], [2], [3, 4]])
  expect([pace.wakeAt, pace.messagesWaiting]).toEqual([undefined, 0])
})

test('nobody overtakes those who wait, although it would be time', () => {
  const pace = newPace()
  admitted(pace, 'messages', 3)
  expect(pace.admit('messages', command(9), 60_000)).toBe('wait')
  expect(takenAt(pace, 60_000)).toEqual([2, 9])
})

test('searches and changes have a pace of their own each, and one place to wait', () => {
  const pace = newPace()
  expect(admitted(pace, 'searches', 2)).toEqual(['go', 'wait'])
  expect(admitted(pace, 'changes', 3)).toEqual(['go', 'wait', 'full'])
  expect(admitted(pace, 'searches', 1)).toEqual(['full'])
  expect(admitted(pace, 'messages', 1)).toEqual(['go'])
  expect(pace.wakeAt).toBe(60_000)
  expect(takenAt(pace, 60_000)).toEqual([1, 1])
})

test('all can be taken at once, or forgotten', () => {
  const pace = newPace()
  admitted(pace, 'messages', 5)
  expect(takenAt(pace, 0, true)).toEqual([2, 3, 4])
  admitted(pace, 'messages', 5)
  pace.clear()
  expect([pace.wakeAt, pace.messagesWaiting, takenAt(pace, 1e9, true)]).toEqual([undefined, 0, []])
  expect(pace.admit('messages', command(1), 1e9)).toBe('go')
})

test('without limits everything goes on', () => {
  const pace = new Pace(pacingOf(limitsOff))
  for (const kind of ['messages', 'searches', 'infoRequests', 'changes'] as const) {
    expect(new Set(admitted(pace, kind, 10_000))).toEqual(new Set(['go']))
  }
})

test('messages are what is sent to somebody, being added to a list included', () => {
  const to = { to: uin(1), kind: 1, text: new Uint8Array() }
  expect(kindOf({ name: 'sendMessage', ...to })).toBe('messages')
  expect(kindOf({ name: 'addContact', uin: uin(1) })).toBe('messages')
  expect(kindOf({ name: 'keepAlive' })).toBeUndefined()
})

const steps = fc.array(fc.tuple(fc.nat(2_000), fc.constantFrom<PacedKind>('messages', 'searches', 'changes')), {
  maxLength: 80,
})

test('what waits comes out once, in the order of its kind, at wakeAt and not before', () => {
  fc.assert(
    fc.property(steps, (steps) => {
      const pace = newPace()
      const waiting: Record<string, number[]> = { messages: [], searches: [], changes: [] }
      let now = 0
      const wake = (until: number) => {
        for (let at = pace.wakeAt; at !== undefined && at <= until; at = pace.wakeAt) {
          expect(pace.takeDue(at - 0.001)).toBeUndefined()
          const { sequence } = pace.takeDue(at)!
          const kind = Object.keys(waiting).find((kind) => waiting[kind]![0] === sequence)!
          waiting[kind]!.shift()
        }
      }
      steps.forEach(([afterMs, kind], index) => {
        now += afterMs
        wake(now)
        if (pace.admit(kind, command(index), now) === 'wait') waiting[kind]!.push(index)
        expect(pace.messagesWaiting).toBeLessThanOrEqual(limits.messagesQueue)
        expect(waiting.searches!.length + waiting.changes!.length).toBeLessThanOrEqual(limits.requestsQueue)
      })
      wake(Number.MAX_SAFE_INTEGER)
      expect(waiting).toEqual({ messages: [], searches: [], changes: [] })
    }),
  )
})
