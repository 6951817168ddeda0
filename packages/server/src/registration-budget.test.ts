import { packAddress } from '@seekyou/language'
import { expect, test } from 'vitest'
import { limitsOff, limitsOn } from './limits.ts'
import { RegistrationBudget } from './registration-budget.ts'

const address = (host: number, port = 1) => packAddress(0x0a00_0000 + host, port)
const taken = (budget: RegistrationBudget, host: number, times: number, now = 0) =>
  Array.from({ length: times }, (_, index) => budget.take(address(host, index), now)).filter(Boolean).length

test.each([4, 5, 6])('one address registers at most five times: %i tries', (tries) => {
  expect(taken(new RegistrationBudget(limitsOn), 1, tries)).toBe(Math.min(tries, 5))
})

test('thirty registrations in all', () => {
  const budget = new RegistrationBudget(limitsOn)
  const counts = Array.from({ length: 8 }, (_, host) => taken(budget, host, 4))
  expect(counts).toEqual([4, 4, 4, 4, 4, 4, 4, 2])
})

test('ten minutes after the first, all may try again', () => {
  const budget = new RegistrationBudget(limitsOn)
  taken(budget, 1, 5, 1_000)
  expect(taken(budget, 1, 1, 600_999)).toBe(0)
  expect(taken(budget, 1, 6, 601_000)).toBe(5)
})

test('the machine itself is not limited, and uses up nothing', () => {
  const budget = new RegistrationBudget(limitsOn)
  const own = packAddress(0x7f00_0001, 9)
  expect(Array.from({ length: 100 }, () => budget.take(own, 0))).not.toContain(false)
  expect(taken(budget, 1, 5)).toBe(5)
})

test('limits can be off', () => {
  expect(taken(new RegistrationBudget(limitsOff), 1, 1_000)).toBe(1_000)
})
