import { packAddress } from '@seekyou/language'
import { expect, test } from 'vitest'
import { OnceASecond } from './once-a-second.ts'

const address = (host: number) => packAddress(host, 1)

test('each address gets it at most once a second', () => {
  const answers = new OnceASecond()
  expect([0, 999, 1_000, 1_999].map((now) => answers.take(address(1), now))).toEqual([true, false, true, false])
  expect(answers.take(address(2), 1_999)).toBe(true)
})

test('when twenty thousand had it within a second, nobody else gets it before the first of them could again', () => {
  const answers = new OnceASecond()
  for (let host = 0; host < 20_000; host++) answers.take(address(host), host / 100)
  expect(answers.take(address(20_000), 999)).toBe(false)
  expect(answers.take(address(20_000), 1_000)).toBe(true)
  expect(answers.size).toBeLessThanOrEqual(20_000)
})
