import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCount, readDueAt, readRun, stampedLength, writeStamp } from './stamp.ts'

test('a stamp says what was written, in letters that no server minds', () => {
  const run = fc.integer({ min: 0, max: 2 ** 18 - 1 })
  const count = fc.integer({ min: 0, max: 2 ** 30 - 1 })
  const us = fc.integer({ min: 0, max: 2 ** 50 })
  fc.assert(
    fc.property(run, count, us, (run, count, us) => {
      const bytes = new Uint8Array(10 + stampedLength).fill(0x6d)
      writeStamp(bytes, 10, run, count, us / 1_000)
      expect([readRun(bytes, 10), readCount(bytes, 10)]).toEqual([run, count])
      expect(readDueAt(bytes, 10)).toBeCloseTo(us / 1_000, 2)
      expect(bytes.every((byte) => byte >= 0x40 && byte <= 0x7f)).toBe(true)
    }),
  )
})
