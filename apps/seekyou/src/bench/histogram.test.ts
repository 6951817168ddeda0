import { expect, test } from 'vitest'
import { Histogram } from './histogram.ts'

test('what a histogram says of a few durations', () => {
  const histogram = new Histogram()
  for (let ms = 1; ms <= 100; ms++) histogram.add(ms / 1_000)
  expect([histogram.count, histogram.max]).toEqual([100, 0.1])
  expect(histogram.mean).toBeCloseTo(0.0505)
  expect([1, 50].map((percent) => histogram.percentile(percent))).toEqual([0.001, 0.05])
  expect(histogram.percentile(100)).toBe(0.1)
})

test('of nothing there is nothing to say', () => {
  const { count, max, mean } = new Histogram()
  expect([count, max, mean, new Histogram().percentile(50)]).toEqual([0, Number.NaN, Number.NaN, Number.NaN])
})

test('what lasts longer than an hour counts with the longest', () => {
  const histogram = new Histogram()
  histogram.add(1)
  histogram.add(1e9)
  expect([histogram.percentile(50), histogram.max]).toEqual([1, 1e9])
})
