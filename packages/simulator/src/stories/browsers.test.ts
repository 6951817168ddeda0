import { status } from '@seekyou/language'
import { expect, test } from 'vitest'
import type { Citizen } from '../folk/citizen.ts'
import { complaintsOf, numbersShown } from '../testing/company.ts'
import { Town, type TownOptions } from '../town.ts'

type Three = readonly [Citizen, Citizen, Citizen]

/** Ann and Bob in browsers, and Cat with a socket of her own; all know one another and are on line. */
function company(options: Partial<TownOptions> = {}): { town: Town; people: Three } {
  const town = new Town({ seed: 1, ...options })
  const people: Three = [town.citizen({ inBrowser: true }), town.citizen({ inBrowser: true }), town.citizen()]
  for (const one of people) {
    one.befriend(...people.filter((other) => other !== one).map(({ uin }) => uin))
    one.signOn()
  }
  town.runFor(5_000)
  return { town, people }
}

/** What somebody sees of a contact while time passes, looked at ten times a second. */
function watch(town: Town, watcher: Citizen, contact: Citizen, ms: number): Set<number | undefined> {
  const seen = new Set<number | undefined>()
  for (let tenth = 0; tenth < ms / 100; tenth++) {
    town.runFor(100)
    seen.add(watcher.sees(contact.uin))
  }
  return seen
}

test('browsers and others talk and see each other', () => {
  const { town, people } = company()
  const [ann, bob, cat] = people
  const said = [ann.say(bob.uin), cat.say(bob.uin), bob.say(cat.uin)]
  bob.changeStatus(status(0x11))
  town.runFor(5_000)
  expect([new Set(numbersShown(bob, town)), numbersShown(cat, town)]).toEqual([
    new Set(said.slice(0, 2)),
    said.slice(2),
  ])
  expect([ann.sees(bob.uin), cat.sees(bob.uin)]).toEqual([0x11, 0x11])
  expect(complaintsOf(town)).toEqual([])
})

test('a WebSocket ends again and again: its user is back each time, seen all the time, and misses nothing', () => {
  const { town, people } = company()
  const [ann, bob, cat] = people
  const said: number[] = []
  const seen = new Set<number | undefined>()
  for (let round = 0; round < 8; round++) {
    const { address } = bob.socket
    town.world.readdress(bob.socket)
    said.push(ann.say(bob.uin), cat.say(bob.uin))
    for (const one of watch(town, cat, bob, 20_000)) seen.add(one)
    expect(bob.socket.address).not.toBe(address)
  }
  expect(seen).toEqual(new Set([0]))
  expect(numbersShown(bob, town).toSorted((a, b) => a - b)).toEqual(said)
  expect(complaintsOf(town)).toEqual([])
})

test('whoever writes while their WebSocket is down is heard when it is back', () => {
  const { town, people } = company()
  const [ann, bob] = people
  town.world.readdress(ann.socket)
  const said = [ann.say(bob.uin), ann.say(bob.uin)]
  town.runFor(40_000)
  expect(numbersShown(bob, town)).toEqual(said)
  expect(complaintsOf(town)).toEqual([])
})

test('a page that is closed is missed after a minute, and not before', () => {
  const { town, people } = company()
  const [, bob, cat] = people
  bob.die()
  expect(watch(town, cat, bob, 60_000)).toEqual(new Set([0]))
  town.runFor(70_000)
  expect(cat.sees(bob.uin)).toBeUndefined()
})

test.each(['crash', 'stop'] as const)(
  'the server goes down (%s): people in browsers are back soon, and nobody saw them leave',
  (how) => {
    const { town, people } = company()
    const [ann, bob, cat] = people
    const said: number[] = []
    for (let round = 0; round < 3; round++) {
      town.server[how]()
      town.runFor(3_000)
      town.server.start()
      said.push(cat.say(bob.uin))
      expect(watch(town, cat, ann, 30_000)).toEqual(new Set([0]))
      expect(watch(town, cat, bob, 100_000)).toEqual(new Set([0]))
    }
    expect([ann.isOnline, bob.isOnline]).toEqual([true, true])
    expect(numbersShown(bob, town)).toEqual(said)
    expect(complaintsOf(town)).toEqual([])
  },
)

test('a page that is closed while the server is down is missed a minute after it is back', () => {
  const { town, people } = company()
  const [, bob, cat] = people
  town.server.crash()
  bob.die()
  town.runFor(2_000)
  town.server.start()
  expect(watch(town, cat, bob, 60_000)).toEqual(new Set([0]))
  town.runFor(130_000)
  expect(cat.sees(bob.uin)).toBeUndefined()
})

test('whoever hides is not seen, whatever becomes of their WebSocket', () => {
  const { town, people } = company()
  const [, bob, cat] = people
  bob.hideFrom(cat.uin)
  town.runFor(2_000)
  for (let round = 0; round < 3; round++) {
    town.world.readdress(bob.socket)
    expect(watch(town, cat, bob, 20_000)).toEqual(new Set([undefined]))
  }
  expect(complaintsOf(town)).toEqual([])
})

test('nobody is told where a browser is, even where all addresses are told', () => {
  const { town, people } = company({ regime: { direct: 'on' } })
  for (const person of people) {
    person.direct = { port: 4_711, inner: 0xc0a8_0001, capability: 4, version: 3 }
    person.signOff()
    town.runFor(2_000)
    person.signOn()
    town.runFor(2_000)
  }
  expect(complaintsOf(town)).toEqual([])
})
