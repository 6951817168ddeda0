import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Histogram } from './histogram.ts'

const durations = fc.array(fc.double({ min: 0, max: 4_000_000, noNaN: true }), { minLength: 1, maxLength: 200 })

function filled(values: readonly number[]): Histogram {
  const histogram = new Histogram()
  for (const value of values) histogram.add(value)
  return histogram
}

test('a percentile is never too small, and at most a 64th and a microsecond too large', () => {
  fc.assert(
    fc.property(durations, fc.double({ min: 0, max: 100, noNaN: true }), (values, percent) => {
      const sorted = values.toSorted((a, b) => a - b)
      const exact = sorted[Math.max(0, Math.ceil((values.length * percent) / 100) - 1)]!
      const measured = filled(values).percentile(percent)
      expect(measured).toBeGreaterThanOrEqual(exact)
      expect(measured).toBeLessThanOrEqual(exact * (1 + 1 / 64) + 0.001)
    }),
  )
})

test('percentiles rise up to the longest', () => {
  fc.assert(
    fc.property(durations, (values) => {
      const histogram = filled(values)
      const percentiles = [0, 25, 50, 90, 99, 99.9, 100].map((percent) => histogram.percentile(percent))
      expect(percentiles).toEqual(percentiles.toSorted((a, b) => a - b))
      expect(percentiles.at(-1)).toBe(Math.max(...values))
      expect(histogram.max).toBe(Math.max(...values))
    }),
  )
})

test('what two have counted together is what one would have', () => {
  fc.assert(
    fc.property(durations, durations, (one, other) => {
      const merged = new Histogram(filled(one).data())
      merged.merge(filled(other).data())
      const whole = filled([...one, ...other])
      expect(merged.count).toBe(whole.count)
      expect(merged.max).toBe(whole.max)
      expect(merged.mean).toBeCloseTo(whole.mean, 5)
      expect(merged.data().buckets).toEqual(whole.data().buckets)
    }),
  )
})
