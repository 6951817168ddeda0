import { packAddress } from '@seekyou/language'
import { expect, test } from 'vitest'
import { AddressBudget } from './address-budget.ts'

const budget = () => new AddressBudget({ windowMs: 600_000, inAll: 30, perAddress: 5 })
const address = (host: number, port = 1) => packAddress(0x0a00_0000 + host, port)
const taken = (budget: AddressBudget, host: number, times: number, now = 0) =>
  Array.from({ length: times }, (_, index) => budget.take(address(host, index), now)).filter(Boolean).length

test.each([4, 5, 6])('of %i from one address, ports aside, five are taken', (count) => {
  expect(taken(budget(), 1, count)).toBe(Math.min(count, 5))
})

test('thirty in all, and no more is remembered', () => {
  const all = budget()
  expect(Array.from({ length: 8 }, (_, host) => taken(all, host, 4))).toEqual([4, 4, 4, 4, 4, 4, 4, 2])
  expect(Array.from({ length: 100 }, (_, host) => taken(all, host, 1)).some(Boolean)).toBe(false)
  expect(all.size).toBe(8)
})

test('a window after the first, all may try again', () => {
  const all = budget()
  taken(all, 1, 5, 1_000)
  expect([taken(all, 1, 1, 600_999), taken(all, 1, 6, 601_000)]).toEqual([0, 5])
})

test('the machine itself is not limited, and uses up nothing', () => {
  const all = budget()
  const own = packAddress(0x7f00_0001, 9)
  expect(Array.from({ length: 100 }, () => all.take(own, 0))).not.toContain(false)
  expect(taken(all, 1, 5)).toBe(5)
})

test('what is not limited is not remembered', () => {
  const all = new AddressBudget({ windowMs: 1_000, inAll: Number.MAX_SAFE_INTEGER, perAddress: 5 })
  expect(taken(all, 1, 1_000)).toBe(1_000)
  expect(all.size).toBe(0)
})
