// The first moment, the first slot and the last one of the window.
import { expect, test } from 'vitest'
import { DuplicateWindow } from './duplicate-window.ts'

const code = 0x010e

test('in the very first moment a pair is as well remembered as later', () => {
  const window = new DuplicateWindow(180_000)
  const seen = [window.meet(0, code, 0), window.meet(0, code, 0), window.meet(0, code, 0)]
  window.acknowledge(0, code)
  expect([...seen, window.meet(0, code, 0), window.meet(0, code, 0)]).toEqual([
    'new',
    'working',
    'working',
    'acknowledged',
    'acknowledged',
  ])
})

test('runs of numbers far apart are all remembered', () => {
  for (const distance of [1_024, 4_096, 16_384, 32_768]) {
    const window = new DuplicateWindow(180_000)
    const run = Array.from({ length: 64 }, (_, index) => index)
    const all = [...run, ...run.map((sequence) => sequence + distance)]
    for (const sequence of all) window.meet(sequence, code, sequence)
    expect(all.filter((sequence) => !window.knows(sequence, code))).toEqual([])
  }
})

test('to acknowledge what never came changes nothing', () => {
  const window = new DuplicateWindow(180_000)
  window.meet(0, code, 0)
  window.acknowledge(77, code)
  expect([window.meet(0, code, 1), window.meet(77, code, 1)]).toEqual(['working', 'new'])
})

test('after starting over, another datagram under a known number is new once', () => {
  for (const sequence of [0, 7, 0xffff]) {
    const window = new DuplicateWindow(180_000)
    window.meet(sequence, code, 0, 1)
    window.startOver(new Set())
    const seen = [1, 2, 2, 2].map((print) => window.meet(sequence, code, 0, print))
    expect(seen).toEqual(['working', 'new', 'working', 'working'])
  }
})

test('never more than 4,096 pairs are kept, whatever comes', () => {
  const window = new DuplicateWindow(180_000)
  for (let count = 0; count < 20_000; count++) {
    window.meet(count, code, count)
    window.acknowledge(count, code)
  }
  const kept = window.latest(20_000, 20_000)
  expect(kept.length).toBeGreaterThan(2_000)
  expect(kept.length).toBeLessThanOrEqual(4_096)
})

test('what was acknowledged last comes first, no more than asked for', () => {
  const window = new DuplicateWindow(1_000)
  for (const [sequence, at] of [
    [6, 500],
    [1, 1_000],
    [3, 1_500],
    [4, 2_000],
  ] as const) {
    window.meet(sequence, code, at, sequence)
    if (sequence !== 3) window.acknowledge(sequence, code)
  }
  const sequences = (most: number, now: number) => window.latest(most, now).map(({ sequence }) => sequence)
  expect([sequences(9, 1_500), sequences(1, 1_500), sequences(9, 1_501), sequences(9, 3_000)]).toEqual([
    [4, 1, 6],
    [4],
    [4, 1],
    [4],
  ])
  expect(window.latest(1, 2_000)).toEqual([{ sequence: 4, code, print: 4 }])
})

test('two runs of numbers that are a whole table apart do not crowd each other out', () => {
  const window = new DuplicateWindow(Number.POSITIVE_INFINITY)
  const runs = [128, 4_224, 8_300, 20_600].map((first) => Array.from({ length: 60 }, (_, index) => first + index))
  for (const sequence of runs.flat()) window.meet(sequence, code, sequence)
  expect(runs.flat().filter((sequence) => !window.knows(sequence, code))).toEqual([])
})
