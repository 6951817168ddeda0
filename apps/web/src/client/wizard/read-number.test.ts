import { expect, test } from 'vitest'
import { readNumber } from './read-number.ts'

test.each([
  '104733',
  ' 104 733 ',
  '104-733',
  '104–733',
  '#104733',
  '№ 104733',
  '104\u00a0733',
  '104.733',
  '１０４７３３',
])('reads %j', (written) => {
  expect(readNumber(written)).toBe(104_733)
})

test.each(['', '   ', 'ann', '104a733', '0', '999', '4294967296', '1e5', '10473300000000'])('refuses %j', (written) => {
  expect(readNumber(written)).toBeUndefined()
})
