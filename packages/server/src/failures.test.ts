import { uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { Failures, failuresMax } from './failures.ts'
import { limitsOff, limitsOn } from './limits.ts'

const ann = uin(1_001)
const taken = (failures: Failures, times: number, now: number) =>
  Array.from({ length: times }, () => failures.take(ann, now)).filter(Boolean).length

test.each([4, 5, 6])('of %i failures at once five are allowed', (times) => {
  expect(taken(new Failures(limitsOn), times, 0)).toBe(Math.min(times, 5))
})

test('then one more every thirty seconds, and five again after a long while', () => {
  const failures = new Failures(limitsOn)
  taken(failures, 5, 0)
  expect([29_999, 30_000, 59_999, 60_000].map((now) => taken(failures, 9, now))).toEqual([0, 1, 0, 1])
  expect(taken(failures, 9, 1_000_000)).toBe(5)
})

test('a check that did not fail costs nothing', () => {
  const failures = new Failures(limitsOn)
  for (let count = 0; count < 100; count++) {
    expect(failures.take(ann, count)).toBe(true)
    failures.giveBack(ann, count)
  }
  expect([failures.has(ann, 100), failures.size]).toEqual([false, 0])
})

test('checks under way count as failed until they are over', () => {
  const failures = new Failures(limitsOn)
  taken(failures, 5, 0)
  failures.giveBack(ann, 0)
  expect(taken(failures, 9, 0)).toBe(1)
})

test('numbers do not disturb each other, and those with failures are known', () => {
  const failures = new Failures(limitsOn)
  taken(failures, 5, 0)
  expect([failures.has(ann, 149_999), failures.has(ann, 150_000), failures.has(uin(1_002), 0)]).toEqual([true, false, false]) // biome-ignore format: one line
  expect(failures.take(uin(1_002), 0)).toBe(true)
})

test('failures of the last numbers are remembered', () => {
  const failures = new Failures(limitsOn)
  taken(failures, 5, 0)
  for (let number = 2_000; number < 2_000 + failuresMax; number++) failures.take(uin(number), 0)
  expect(failures.size).toBe(failuresMax)
  expect(failures.has(ann, 0)).toBe(false)
})

test('limits can be off', () => {
  expect(taken(new Failures(limitsOff), 1_000, 0)).toBe(1_000)
})
