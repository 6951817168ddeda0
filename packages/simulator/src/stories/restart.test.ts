import { status } from '@seekyou/language'
import { expect, test } from 'vitest'
import type { Citizen } from '../folk/citizen.ts'
import { makes, OldFashioned } from '../folk/old-fashioned.ts'
import { company, complaintsOf, numbersShown } from '../testing/company.ts'
import type { Town } from '../town.ts'

type Two = readonly [Citizen, Citizen]

/** Counts how often anybody signs on from here on. */
function signOnsOf(town: Town): () => number {
  const before = town.store.passwordsChecked
  return () => town.store.passwordsChecked - before
}

/** Ends the process and starts another one after so many milliseconds. */
function restart(town: Town, how: 'crash' | 'stop', downMs: number): void {
  town.server[how]()
  town.runFor(downMs)
  town.server.start()
  town.runFor(100)
}

test.each(Object.values(makes))(
  '$name, which may not come back by itself, stays on through crashes and stops',
  (make) => {
    const { town, citizens } = company(1)
    const ann = citizens[0]!
    const old = town.moveIn((...all) => new OldFashioned(...all, make, [ann.uin]))
    ann.befriend(old.uin)
    old.signOn()
    town.runFor(10_000)
    const visit = town.door.visitOf(old.uin)
    const said: number[] = []
    for (const [round, downMs] of [200, 5_000, 90_000, 200, 300_000].entries()) {
      restart(town, round % 2 === 0 ? 'crash' : 'stop', downMs)
      said.push(ann.say(old.uin))
      town.runFor(20_000)
    }
    const answer = old.say(ann.uin)
    town.runFor(250_000)
    expect(old.isOnline).toBe(true)
    expect(ann.sees(old.uin)).toBe(0)
    expect(town.door.visitOf(old.uin)).toBe(visit)
    const shown = [...town.ledger.entries()].flatMap(({ id, to, showings }) =>
      to === old.uin ? showings.map(() => id) : [],
    )
    expect(shown).toEqual(said)
    expect(numbersShown(ann, town)).toEqual([answer])
    expect(complaintsOf(town)).toEqual([])
  },
)

test('statuses and lists that were acknowledged hold, and nobody is shown to whom they hide from', () => {
  const { town, citizens } = company(3)
  const [ann, bob, cat] = citizens as [Citizen, Citizen, Citizen]
  const signOns = signOnsOf(town)
  ann.changeStatus(status(0x11))
  bob.hideFrom(cat.uin)
  cat.showTo(ann.uin)
  cat.changeStatus(status(0x100))
  town.runFor(1_000)
  for (let round = 0; round < 3; round++) {
    restart(town, 'crash', 500)
    town.runFor(150_000)
    expect([bob.sees(ann.uin), cat.sees(ann.uin)]).toEqual([0x11, 0x11])
    expect([ann.sees(bob.uin), cat.sees(bob.uin)]).toEqual([0, undefined])
    expect([ann.sees(cat.uin), bob.sees(cat.uin)]).toEqual([0x100, undefined])
  }
  ann.changeStatus(status(0))
  town.runFor(5_000)
  expect([bob.sees(ann.uin), cat.sees(ann.uin)]).toEqual([0, 0])
  expect(signOns()).toBe(0)
  expect(complaintsOf(town)).toEqual([])
})

test('a message on its way is sent again under its old number, and shown once', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as unknown as Two
  bob.socket.cut = 'up'
  const said = [ann.say(bob.uin), ann.say(bob.uin), ann.say(bob.uin)]
  town.runFor(5_000)
  restart(town, 'crash', 700)
  bob.socket.cut = 'none'
  town.runFor(60_000)
  expect(numbersShown(bob, town)).toEqual(said)
  expect(town.repeats.count).toBe(0)
  expect(complaintsOf(town)).toEqual([])
})

test('a message whose ACK is lost, and whose sender repeats it after the crash, is shown once', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as unknown as Two
  ann.socket.cut = 'down'
  const first = ann.say(bob.uin)
  town.runFor(5_000)
  ann.socket.cut = 'none'
  restart(town, 'crash', 300)
  town.runFor(30_000)
  const second = ann.say(bob.uin)
  town.runFor(5_000)
  expect(numbersShown(bob, town)).toEqual([first, second])
  expect(complaintsOf(town)).toEqual([])
})

test('whoever leaves while the server is down is missed after the time-out, and not before', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as unknown as Two
  town.server.crash()
  bob.die()
  town.runFor(2_000)
  town.server.start()
  town.runFor(300_000)
  expect(ann.sees(bob.uin)).toBe(0)
  town.runFor(150_000)
  expect(ann.sees(bob.uin)).toBeUndefined()
})

test('whoever has left a moment before a crash is not seen after it', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as unknown as Two
  ann.socket.cut = 'down'
  bob.signOff()
  town.runFor(1_000)
  restart(town, 'crash', 300)
  ann.socket.cut = 'none'
  town.runFor(130_000)
  expect(ann.sees(bob.uin)).toBeUndefined()
  expect(complaintsOf(town).filter((complaint) => !complaint.includes('has not come back'))).toEqual([])
})

test('after longer than the time-out nobody is taken for somebody who is there', () => {
  const { town, citizens } = company(3)
  const signOns = signOnsOf(town)
  restart(town, 'crash', 420_000)
  expect(town.server.node?.size).toBe(0)
  town.runFor(130_000)
  expect(signOns()).toBe(3)
  expect(citizens.every(({ isOnline }) => isOnline)).toBe(true)
  expect(complaintsOf(town)).toEqual([])
})

test.each([-86_400_000, 86_400_000])('the clock is set by %i ms while the server runs: nobody is logged out', (by) => {
  const { town } = company(3)
  const signOns = signOnsOf(town)
  town.server.setClock(by)
  town.runFor(70_000)
  restart(town, 'crash', 1_000)
  town.runFor(130_000)
  expect(signOns()).toBe(0)
  expect(complaintsOf(town)).toEqual([])
})

test('an account that is removed while the server is down is gone after it', () => {
  const { town, citizens } = company(3)
  const [ann, bob] = citizens as unknown as Two
  town.server.crash()
  town.evict(bob.uin)
  town.runFor(1_000)
  town.server.start()
  town.runFor(150_000)
  expect(ann.sees(bob.uin)).toBeUndefined()
  expect(complaintsOf(town)).toEqual([])
})

test('somebody comes back while the disk is full, and the next process goes on with their visit before that: they hear it again', () => {
  const { town, citizens } = company(2)
  const [ann, bob] = citizens as unknown as Two
  town.server.setTrouble('full')
  for (let count = 0; count < 100; count++) ann.say(bob.uin)
  town.runFor(60_000)
  bob.die(false)
  bob.signOn()
  town.runFor(70_000)
  expect(bob.isOnline).toBe(true)
  restart(town, 'crash', 300)
  town.server.setTrouble('none')
  const said = ann.say(bob.uin)
  town.runFor(30_000)
  expect(numbersShown(bob, town)).toContain(said)
  expect(complaintsOf(town)).toEqual([])
})

test('the disk is full and the server crashes again and again: what was acknowledged is shown', () => {
  const { town, citizens } = company(3)
  const [ann, bob] = citizens as unknown as Two
  town.server.setTrouble('full')
  const said: number[] = []
  for (let round = 0; round < 4; round++) {
    for (let count = 0; count < 20; count++) said.push(ann.say(bob.uin))
    town.runFor(10_000)
    restart(town, 'crash', 300)
  }
  town.server.setTrouble('none')
  town.runFor(260_000)
  expect(new Set(numbersShown(bob, town))).toEqual(new Set(said))
  expect(complaintsOf(town)).toEqual([])
})
