import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BackOff } from './back-off.ts'

test('pauses grow, never pass the most, never fall below half of the first', () => {
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(fc.array(chance, { minLength: 1, maxLength: 30 }), (throws) => {
      let next = 0
      const backOff = new BackOff(() => throws[next++ % throws.length]!)
      for (const [attempt] of throws.entries()) {
        const pause = backOff.pause(5_000, 60_000)
        expect(pause).toBeGreaterThanOrEqual(Math.min(2_500 * 2 ** attempt, 30_000))
        expect(pause).toBeLessThanOrEqual(Math.min(5_000 * 2 ** attempt, 60_000))
      }
      expect(backOff.isFresh).toBe(false)
      backOff.reset()
      expect(backOff.isFresh).toBe(true)
    }),
  )
})
