import { expect, test } from 'vitest'
import { logScale, percentScale, shortNumber } from './scale.ts'

test('each power of ten has the same room', () => {
  const { at, ticks } = logScale(0.2, 90, 0, 300)
  expect([0.1, 1, 10, 100].map(at)).toEqual([0, 100, 200, 300])
  expect(ticks.map(({ label }) => label)).toEqual(['0.1', '1', '10', '100'])
  expect(at(0)).toBe(0)
})

test('each further nine has the same room, and the longest of all is at the end', () => {
  const { at } = percentScale(0, 400)
  expect([0, 90, 99, 99.9, 100].map((percent) => Math.round(at(percent)))).toEqual([0, 100, 200, 300, 400])
})

test('numbers are short', () => {
  expect([0.0123, 1.25, 25.55, 1_300, 250_000].map(shortNumber)).toEqual(['0.012', '1.3', '25.6', '1,300', '250 k'])
})
