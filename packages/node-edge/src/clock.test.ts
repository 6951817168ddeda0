import { expect, test } from 'vitest'
import { now, wall } from './clock.ts'

test('the clock never goes back, and its times are times of people', () => {
  const [first, second] = [now(), now()]
  expect(second).toBeGreaterThanOrEqual(first)
  expect(Number.isInteger(wall(first))).toBe(true)
  expect(wall(first + 5_000) - wall(first)).toBeGreaterThanOrEqual(4_000)
})
