import { expect, test } from 'vitest'
import { dice } from './dice.ts'

test('dice show numbers from 0 to below 1, all over the range', () => {
  const throws = Array.from({ length: 5_000 }, dice)
  expect(throws.every((number) => number >= 0 && number < 1)).toBe(true)
  const tenths = new Set(throws.map((number) => Math.floor(number * 10)))
  expect(tenths.size).toBe(10)
})
