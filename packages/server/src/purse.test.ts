import { packAddress } from '@seekyou/language'
import { expect, test } from 'vitest'
import { Purses, pursesMax } from './purse.ts'

const address = (host: number, port = 1) => packAddress(host, port)

test('an address spends what it has earned, and nothing of it twice', () => {
  const purses = new Purses()
  expect(purses.pay(address(1), 1)).toBe(false)
  purses.earn(address(1), 10)
  purses.earn(address(1), 7)
  expect([6, 12, 11, 1].map((bytes) => purses.pay(address(1), bytes))).toEqual([true, false, true, false])
})

test('another port is another purse', () => {
  const purses = new Purses()
  purses.earn(address(1, 1), 10)
  expect(purses.pay(address(1, 2), 1)).toBe(false)
})

test('an emptied purse hands over what was in it', () => {
  const purses = new Purses()
  purses.earn(address(1), 10)
  purses.pay(address(1), 4)
  expect([purses.empty(address(1)), purses.empty(address(1))]).toEqual([6, 0])
})

test.each([pursesMax - 1, pursesMax, pursesMax + 1])(
  'of %i purses the last are kept, and a lost one is empty',
  (count) => {
    const purses = new Purses()
    for (let host = 0; host < count; host++) purses.earn(address(host), 10)
    expect(purses.size).toBe(Math.min(count, pursesMax))
    expect(purses.pay(address(0), 10)).toBe(count <= pursesMax)
  },
)

test('a purse in use is not lost', () => {
  const purses = new Purses()
  for (let host = 0; host < pursesMax; host++) purses.earn(address(host), 10)
  purses.earn(address(0), 1)
  purses.earn(address(pursesMax), 10)
  expect([purses.pay(address(0), 11), purses.pay(address(1), 1)]).toEqual([true, false])
})
