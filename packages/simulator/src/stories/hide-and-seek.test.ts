import { status } from '@seekyou/language'
import { expect, test } from 'vitest'
import { company, complaintsOf } from '../testing/company.ts'

type Three = [Someone, Someone, Someone]
type Someone = ReturnType<typeof company>['citizens'][number]

test('somebody invisible is seen by those on the visible list alone', () => {
  const { town, citizens } = company(3)
  const [ann, bob, cat] = citizens as Three
  ann.showTo(bob.uin)
  ann.changeStatus(status(0x100))
  town.runFor(1_000)
  expect([bob.sees(ann.uin), cat.sees(ann.uin)]).toEqual([0x100, undefined])
  ann.showTo()
  town.runFor(1_000)
  expect(bob.sees(ann.uin)).toBeUndefined()
  expect(complaintsOf(town)).toEqual([])
})

test('somebody who hides from one is never seen by that one, not even in the moment of signing on', () => {
  const { town, citizens } = company(3)
  const [ann, bob, cat] = citizens as Three
  ann.hideFrom(cat.uin)
  town.runFor(1_000)
  expect([bob.sees(ann.uin), cat.sees(ann.uin)]).toEqual([0, undefined])
  const seen = new Set<unknown>()
  for (let round = 0; round < 5; round++) {
    ann.die()
    ann.signOn()
    for (let step = 0; step < 200; step++) {
      town.runFor(10)
      seen.add(cat.sees(ann.uin))
    }
  }
  expect(seen).toEqual(new Set([undefined]))
  // Whoever comes and goes all the time is told of less often.
  town.runFor(5_000)
  expect(bob.sees(ann.uin)).toBe(0)
  expect(complaintsOf(town)).toEqual([])
})
