import { expect, test } from 'vitest'
import { type Make, makes, OldFashioned } from '../folk/old-fashioned.ts'
import { company, complaintsOf } from '../testing/company.ts'
import type { Town } from '../town.ts'

function oldTimer(town: Town, make: Make): OldFashioned {
  return town.moveIn((...all) => new OldFashioned(...all, make, [1_001] as never))
}

test.each(Object.values(makes))('$name signs on, is written to while away, and writes', (make) => {
  const { town, citizens } = company(1)
  const ann = citizens[0]!
  const old = oldTimer(town, make)
  const shown: number[] = []
  const waiting = [ann.say(old.uin), ann.say(old.uin)]
  town.runFor(1_000)
  old.signOn()
  town.runFor(2_000)
  expect(old.isOnline).toBe(true)
  const live = ann.say(old.uin)
  const answer = old.say(ann.uin)
  town.runFor(600_000)
  for (const { id, to, showings } of town.ledger.entries()) if (to === old.uin && showings.length === 1) shown.push(id)
  expect(shown).toEqual([...waiting, live])
  expect(ann.shown.map(({ text }) => town.ledger.entryOf(text)?.id)).toEqual([answer])
  expect(old.aborts).toBe(0)
  expect(complaintsOf(town)).toEqual([])
})

test('Program D never gives up at the door, whoever writes to it in that moment', () => {
  const { town, citizens } = company(3)
  const old = oldTimer(town, makes.programD)
  for (let round = 0; round < 20; round++) {
    old.settle()
    for (let step = 0; step < 10; step++) {
      for (const citizen of citizens) citizen.say(old.uin)
      town.runFor(20)
    }
    town.runFor(1_000)
  }
  expect(old.aborts).toBe(0)
})
