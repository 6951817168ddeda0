import { expect, test } from 'vitest'
import { DuplicateWindow } from './duplicate-window.ts'

const minute = 60_000
const code = 0x010e

test('a pair is new once, worked on until it is acknowledged, and acknowledged from then on', () => {
  const window = new DuplicateWindow(3 * minute)
  expect(window.meet(1, code, 0)).toBe('new')
  expect(window.meet(1, code, 5)).toBe('working')
  window.acknowledge(1, code)
  window.acknowledge(1, code)
  expect(window.meet(1, code, 10)).toBe('acknowledged')
})

test('number and command count together', () => {
  const window = new DuplicateWindow(3 * minute)
  window.meet(1, code, 0)
  window.acknowledge(1, 0x0442)
  expect(window.meet(1, 0x0442, 0)).toBe('new')
  expect(window.meet(2, code, 0)).toBe('new')
  expect(window.meet(1, code, 0)).toBe('working')
})

test('command 0 and number 0 are no exception', () => {
  const window = new DuplicateWindow(3 * minute)
  for (const [sequence, code] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [0xffff, 0xffff],
  ] as const) {
    // biome-ignore format: pairs
    expect(window.meet(sequence, code, 0)).toBe('new')
    expect(window.meet(sequence, code, 0)).toBe('working')
  }
})

test('after all numbers have been used, each is new again', () => {
  const window = new DuplicateWindow(3 * minute)
  const repeated = Array.from({ length: 0x2_0000 }, (_, count) => window.meet(count & 0xffff, code, count * 10)).filter(
    (seen) => seen !== 'new',
  )
  expect(repeated).toEqual([])
})

test('another datagram under a known pair is new, and takes the place of the one before', () => {
  const window = new DuplicateWindow(180_000)
  window.meet(3, code, 0, 12)
  window.acknowledge(3, code)
  expect(window.knows(3, code, 99)).toBe(false)
  expect(window.meet(3, code, 1, 99)).toBe('new')
  expect(window.meet(3, code, 1, 99)).toBe('working')
  window.acknowledge(3, code)
  expect(window.meet(3, code, 2, 99)).toBe('acknowledged')
})

test('after starting over, questions are new again and others are known', () => {
  const window = new DuplicateWindow(180_000)
  const [question, statement] = [0x044c, 0x010e]
  window.meet(2, question, 0, 11)
  window.meet(3, statement, 0, 12)
  window.startOver(new Set([question]))
  expect(window.meet(2, question, 2, 11)).toBe('new')
  expect(window.meet(3, statement, 2, 12)).toBe('working')
})

test('a pair that is still repeated is not forgotten, however long that goes on and whatever else comes', () => {
  const window = new DuplicateWindow(3 * minute)
  window.meet(1, code, 0)
  window.acknowledge(1, code)
  for (let repeat = 1; repeat <= 20; repeat++) {
    for (let other = 0; other < 300; other++) window.meet((repeat * 300 + other) & 0xffff, code, repeat * minute)
    expect(window.meet(1, code, repeat * minute)).toBe('acknowledged')
  }
})

test('another window can take over what was acknowledged, and nothing else', () => {
  const window = new DuplicateWindow(1_000)
  for (let sequence = 1; sequence <= 5; sequence++) window.meet(sequence, 0x010e, sequence, sequence * 7)
  for (const sequence of [1, 2, 4]) window.acknowledge(sequence, 0x010e)
  expect(window.latest(2, 100)).toEqual([
    { sequence: 4, code: 0x010e, print: 28 },
    { sequence: 2, code: 0x010e, print: 14 },
  ])
  expect(window.latest(9, 1_003)).toEqual([{ sequence: 4, code: 0x010e, print: 28 }])
  const other = new DuplicateWindow(1_000)
  other.takeOver(window.latest(9, 100), 0)
  expect(other.meet(4, 0x010e, 50, 28)).toBe('acknowledged')
  expect(other.meet(5, 0x010e, 50, 35)).toBe('new')
})
