import { expect, test } from 'vitest'
import { company, complaintsOf, numbersShown } from '../testing/company.ts'

test('the disk is full for two minutes: people on line go on talking, the rest waits, nobody is told too much', () => {
  const { town, citizens } = company(3)
  const [ann, bob, cat] = citizens as [(typeof citizens)[0], (typeof citizens)[0], (typeof citizens)[0]]
  cat.signOff()
  town.runFor(1_000)
  town.server.setTrouble('full')
  const toBob = ann.say(bob.uin)
  const toCat = ann.say(cat.uin)
  town.runFor(5_000)
  expect(numbersShown(bob, town)).toEqual([toBob])
  const entry = [...town.ledger.entries()].find(({ id }) => id === toCat)
  expect(entry?.isAccepted).toBe(false)
  town.runFor(115_000)
  const told = ann.shown.map(({ text }) => String.fromCharCode(...text))
  expect(told.filter((text) => text.includes('keeps trying'))).toHaveLength(1)
  town.server.setTrouble('none')
  town.runFor(40_000)
  expect(entry?.isAccepted).toBe(true)
  cat.signOn()
  town.runFor(30_000)
  expect(numbersShown(cat, town)).toEqual([toCat])
  expect(complaintsOf(town)).toEqual([])
})

test.each(['away', 'stuck'] as const)(
  'the database is %s while somebody signs on: they get in when it is back',
  (trouble) => {
    const { town, citizens } = company(2)
    const [ann, bob] = citizens as [(typeof citizens)[0], (typeof citizens)[0]]
    bob.signOff()
    town.runFor(1_000)
    town.server.setTrouble(trouble)
    bob.signOn()
    town.runFor(30_000)
    expect(bob.isOnline).toBe(false)
    town.server.setTrouble('none')
    town.runFor(90_000)
    expect(bob.isOnline).toBe(true)
    expect(ann.sees(bob.uin)).toBe(0)
    expect(complaintsOf(town)).toEqual([])
  },
)
