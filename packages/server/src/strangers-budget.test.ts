import { packAddress } from '@seekyou/language'
import { expect, test } from 'vitest'
import { limitsOff, limitsOn } from './limits.ts'
import { StrangersBudget } from './strangers-budget.ts'

const address = (host: number, port = 1) => packAddress(0x0a00_0000 + host, port)
const taken = (budget: StrangersBudget, host: number, times: number, now = 0) =>
  Array.from({ length: times }, (_, index) => budget.take(address(host, index), now)).filter(Boolean).length

test.each([49, 50, 51])('of %i datagrams in a second from one address, ports aside, fifty are taken', (count) => {
  expect(taken(new StrangersBudget(limitsOn), 1, count)).toBe(Math.min(count, 50))
})

test('from all together twenty thousand, and no more is remembered', () => {
  const budget = new StrangersBudget(limitsOn)
  const counts = Array.from({ length: 30_000 }, (_, host) => taken(budget, host, 1))
  expect(counts.reduce((sum, count) => sum + count)).toBe(20_000)
  expect(budget.size).toBe(20_000)
})

test('a second later all may try again', () => {
  const budget = new StrangersBudget(limitsOn)
  taken(budget, 1, 50, 500)
  expect([taken(budget, 1, 1, 1_499), taken(budget, 1, 1, 1_500)]).toEqual([0, 1])
})

test('this machine is not counted, and limits can be off', () => {
  const own = packAddress(0x7f00_0001, 9)
  const budget = new StrangersBudget(limitsOn)
  expect(Array.from({ length: 1_000 }, () => budget.take(own, 0))).not.toContain(false)
  expect(taken(new StrangersBudget(limitsOff), 1, 1_000)).toBe(1_000)
})
