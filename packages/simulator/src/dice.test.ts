import { expect, test } from 'vitest'
import { Dice } from './dice.ts'

const throws = (dice: Dice, count = 5): number[] => Array.from({ length: count }, dice.next)

test('the same seed throws the same, another seed something else', () => {
  expect(throws(new Dice(17))).toEqual(throws(new Dice(17)))
  expect(throws(new Dice(17))).not.toEqual(throws(new Dice(18)))
  expect(throws(new Dice(1))).not.toEqual(throws(new Dice(2 ** 32 + 1)))
})

test('these numbers never change: stored seeds must mean the same towns for ever', () => {
  expect(throws(new Dice(1), 3).map((thrown) => Math.floor(thrown * 2 ** 32))).toMatchInlineSnapshot(`
    [
      3098314226,
      4287568898,
      2024100432,
    ]
  `)
})

test('dice that are split off depend on the name, not on how often others were thrown', () => {
  const one = new Dice(5)
  const other = new Dice(5)
  throws(other, 100)
  expect(throws(one.split('weather'))).toEqual(throws(other.split('weather')))
  expect(throws(one.split('weather'))).not.toEqual(throws(one.split('people')))
  expect(throws(one.split('a').split('b'))).not.toEqual(throws(one.split('b').split('a')))
})

test('throws are spread evenly', () => {
  const dice = new Dice(3)
  const counts = Array<number>(10).fill(0)
  for (let count = 0; count < 100_000; count++) counts[dice.below(10)]! += 1
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  let sum = 0
  for (let count = 0; count < 100_000; count++) sum += dice.waiting(50)
  expect(Math.abs(sum / 100_000 - 50)).toBeLessThan(1)
  expect(dice.waiting(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY)
})
