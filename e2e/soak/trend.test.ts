import { expect, test } from 'vitest'
import { median, trendOf } from './trend.ts'

const points = (...values: number[]) => values.map((value, at) => ({ at, value }))

test('a straight line has its slope and no error', () => {
  expect(trendOf(points(5, 7, 9, 11))).toEqual({ slope: 2, error: 0 })
})

test('what goes up and down around a level has no slope, but an error', () => {
  const { slope, error } = trendOf(points(1, -1, 0, -1, 1))
  expect(slope).toBeCloseTo(0)
  expect(error).toBeCloseTo(Math.sqrt(4 / 3 / 10) * 1, 1)
})

test('two points tell nothing', () => {
  expect(trendOf(points(1, 2))).toEqual({ slope: 0, error: Number.POSITIVE_INFINITY })
})

test('a median is a value that was there', () => {
  expect([median([]), median([3]), median([9, 1, 5])]).toEqual([0, 3, 5])
})
