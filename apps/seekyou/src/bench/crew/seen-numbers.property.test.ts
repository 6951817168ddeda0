import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SeenNumbers } from './seen-numbers.ts'

test('within the window each number is new once, wherever the server began, also where numbers wrap', () => {
  const shuffled = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff }), shuffled, (start, offsets) => {
      const seen = new SeenNumbers()
      const before = new Set<number>()
      for (const offset of offsets) {
        expect(seen.isNew((start + offset) & 0xffff)).toBe(!before.has(offset))
        before.add(offset)
      }
    }),
  )
})

test('what is older than the window has come before, and whoever forgets begins anew', () => {
  const seen = new SeenNumbers()
  expect([5, 2_000, 5, 1_900, 1_900].map((number) => seen.isNew(number))).toEqual([true, true, false, true, false])
  seen.forget()
  expect([5, 5].map((number) => seen.isNew(number))).toEqual([true, false])
})
