import { uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { Absences } from './absences.ts'

test('who is not back after ten seconds has left', () => {
  const absences = new Absences(10_000)
  absences.begin(uin(1_001), 0)
  absences.begin(uin(1_002), 4_000)
  absences.begin(uin(1_003), 5_000)
  absences.end(uin(1_002))
  expect([absences.wakeAt, absences.takeDue(9_999)]).toEqual([10_000, undefined])
  expect([absences.takeDue(10_000), absences.takeDue(10_000), absences.wakeAt]).toEqual([1_001, undefined, 15_000])
})

test('a second absence begins anew', () => {
  const absences = new Absences(10_000)
  absences.begin(uin(1_001), 0)
  absences.begin(uin(1_001), 8_000)
  expect([absences.takeDue(17_999), absences.takeDue(18_000)]).toEqual([undefined, 1_001])
})

test('when too many are away, the first is not waited for any longer', () => {
  const absences = new Absences(10_000)
  for (let number = 1; number <= 10_001; number++) absences.begin(uin(number), 0)
  expect([absences.takeDue(0), absences.takeDue(0)]).toEqual([1, undefined])
})
