import { expect, it } from 'vitest'
import type { Account } from './account.ts'
import { changesBetween, draftOf } from './changes.ts'

const account: Account = { uin: 1234, nick: 'ann', waiting: 0, isOnline: false, storedMax: 5, direct: true }

it('asks only for what was changed', () => {
  const before = draftOf(account)
  expect(changesBetween(before, before)).toEqual({})
  expect(changesBetween(before, { ...before, nick: 'Анна', limits: false })).toEqual({ nick: 'Анна', limits: false })
})

it('turns an empty field into what holds for everybody', () => {
  const before = draftOf(account)
  expect(changesBetween(before, { ...before, storedMax: ' ', direct: 'default' })).toEqual({
    storedMax: 'default',
    direct: 'default',
  })
  expect(changesBetween(before, { ...before, storedMax: '20', direct: 'no' })).toEqual({ storedMax: 20, direct: false })
})
