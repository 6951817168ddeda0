import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bucket } from './bucket.ts'

test('a burst at once, and then as much as flows in', () => {
  const bucket = new Bucket({ burst: 3, perSecond: 2 })
  expect([1, 2, 3, 4].map(() => bucket.take(1, 1_000))).toEqual([true, true, true, false])
  expect(bucket.readyAt(1)).toBe(1_500)
  expect([bucket.take(1, 1_499), bucket.take(1, 1_500), bucket.take(1, 1_500)]).toEqual([false, true, false])
  expect(bucket.readyAt(3)).toBe(3_000)
})

test('what is spent without asking is missing afterwards', () => {
  const bucket = new Bucket({ burst: 1, perSecond: 1 })
  bucket.spend(3, 0)
  expect(bucket.readyAt(1)).toBe(3_000)
})

test('what is larger than the burst has to wait until the bucket is full', () => {
  const bucket = new Bucket({ burst: 10, perSecond: 10 })
  expect([bucket.take(25, 0), bucket.readyAt(25), bucket.take(25, 2_500)]).toEqual([true, 2_500, true])
})

test('no limit at all is a very large number', () => {
  const most = Number.MAX_SAFE_INTEGER
  const bucket = new Bucket({ burst: most, perSecond: most })
  for (let count = 0; count < 1_000; count++) expect(bucket.take(1_000_000, 5)).toBe(true)
})

const rate = fc.record({ burst: fc.integer({ min: 1, max: 100 }), perSecond: fc.integer({ min: 1, max: 1_000 }) })
const pause = fc.double({ min: 0, max: 500, noNaN: true })

test('never more in any stretch of time than the burst and what flows in, and what is ready can be taken', () => {
  fc.assert(
    fc.property(rate, fc.array(fc.tuple(pause, fc.integer({ min: 1, max: 20 })), { maxLength: 100 }), (rate, steps) => {
      const bucket = new Bucket(rate)
      const taken: { readonly at: number; readonly amount: number }[] = []
      let now = 0
      for (const [afterMs, wanted] of steps) {
        const amount = Math.min(wanted, rate.burst)
        now += afterMs
        if (bucket.readyAt(amount) <= now) expect(bucket.take(amount, now)).toBe(true)
        else {
          expect(bucket.take(amount, now)).toBe(false)
          now = bucket.readyAt(amount)
          expect(bucket.take(amount, now)).toBe(true)
        }
        taken.push({ at: now, amount })
      }
      taken.forEach(({ at: from }, index) => {
        let sum = 0
        for (const { at, amount } of taken.slice(index)) {
          sum += amount
          expect(sum).toBeLessThanOrEqual(rate.burst + ((at - from) * rate.perSecond) / 1_000 + 1e-6)
        }
      })
    }),
  )
})
