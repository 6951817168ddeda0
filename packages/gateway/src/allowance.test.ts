import { expect, test } from 'vitest'
import { Tokens } from './allowance.ts'

test('so many at once, and more with time, but never more than at first', () => {
  const tokens = new Tokens({ burst: 3, perSecond: 2 }, 0)
  const take = (now: number) => [1, 2, 3, 4].map(() => tokens.take(now))
  expect(take(0)).toEqual([true, true, true, false])
  expect([tokens.take(499), tokens.take(500), tokens.take(501)]).toEqual([false, true, false])
  expect(take(60_000)).toEqual([true, true, true, false])
})
