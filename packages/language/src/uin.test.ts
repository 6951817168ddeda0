import { expect, test } from 'vitest'
import { firstPersonalUin, isUin, systemUin, uin } from './uin.ts'

test.each([1, 1_000, 12_345, 0xffff_ffff])('%i is a UIN', (number) => {
  expect(isUin(number)).toBe(true)
  expect(uin(number)).toBe(number)
})

test.each([0, -1, 1.5, 0x1_0000_0000, Number.NaN, Number.POSITIVE_INFINITY])('%d is none', (number) => {
  expect(isUin(number)).toBe(false)
  expect(() => uin(number)).toThrow(
    new RangeError(`${number} is not a UIN: a UIN is a whole number from 1 to 4294967295.`),
  )
})

test('the server speaks under a number that no person can have', () => {
  expect(isUin(systemUin)).toBe(true)
  expect(systemUin).toBeLessThan(firstPersonalUin)
})
