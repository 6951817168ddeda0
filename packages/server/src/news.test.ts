import { parseIp4, uin } from '@seekyou/language'
import { clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { limitsOff, limitsOn } from './limits.ts'
import type { Client } from './testing/client.ts'
import { text } from './testing/client.ts'
import { World, type WorldOptions } from './testing/world.ts'

const { addToList, invisibleList, sendMessage, statusChange, visibleList } = clientPackets

/** Ann watches Bob, and nothing has happened for a while. */
function two(options: WorldOptions = {}): { world: World; ann: Client; bob: Client } {
  const world = new World(options)
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.watch(bob)
  world.pass(10_000)
  ann.news()
  return { world, ann, bob }
}

const be = (client: Client, status: number): void => client.say(statusChange, { status })
const presencePackets = ['userOnline', 'userOffline', 'statusUpdate']

test('changes in quick succession are told as two: the first at once, the last after two seconds', () => {
  const { world, ann, bob } = two()
  for (const status of [1, 0x11, 0x13, 0x20]) be(bob, status)
  expect(ann.news()).toEqual(['statusUpdate 3: 1002'])
  expect(ann.last('statusUpdate')?.value).toMatchObject({ status: 1 })
  world.pass(1_999)
  expect(ann.news()).toEqual([])
  world.pass(1)
  expect(ann.news()).toEqual(['statusUpdate 4: 1002'])
  expect(ann.last('statusUpdate')?.value).toMatchObject({ status: 0x20 })
})

test('nobody waits to be hidden', () => {
  const { world, ann, bob } = two()
  be(bob, 1)
  be(bob, 0x100)
  expect(ann.news()).toEqual(['statusUpdate 3: 1002', 'userOffline 4: 1002'])
  be(bob, 0)
  be(bob, 0x100)
  world.pass(60_000)
  expect(ann.news()).toEqual([])
})

/** What one user may do ten times in a second, by what happens at an even and an uneven turn. */
const storms: Readonly<Record<string, (star: Client, turn: number, fans: readonly Client[]) => void>> = {
  'changes of status': (star, turn) => be(star, turn % 2),
  'going invisible and back': (star, turn) => be(star, turn % 2 === 0 ? 0x100 : 0),
  'signing off and on': (star, turn) => (turn % 2 === 0 ? star.signOff() : star.signOn()),
  'signing on again with another status': (star, turn) => star.signOn({ status: turn % 2 }),
  'hiding from everybody by a list and back': (star, turn, fans) =>
    star.say(invisibleList, { uins: turn % 2 === 0 ? fans.slice(0, 125).map(({ uin }) => uin) : [] }),
  'showing oneself by a list while invisible': (star, turn, fans) => {
    if (turn === 0) be(star, 0x100)
    else star.say(visibleList, { uins: turn % 2 === 0 ? [] : fans.slice(0, 125).map(({ uin }) => uin) })
  },
}

test.each(Object.entries(storms))(
  'a thousand watchers of one user get at most five hundred packets in a second: %s',
  (_, act) => {
    const seconds = 20
    const world = new World({ limits: { ...limitsOff, presenceEveryMs: limitsOn.presenceEveryMs } })
    const star = world.guest(1_001)
    const fans = Array.from({ length: 1_000 }, (_, index) => world.guest(2_000 + index))
    for (const fan of fans) {
      fan.watch(star)
      fan.news()
    }
    world.pass(10_000)
    const before = fans.map(({ heard }) => heard.length)
    for (let turn = 0; turn < seconds * 10; turn++) {
      act(star, turn, fans)
      world.pass(100)
    }
    const news = fans.flatMap(({ heard }, index) => heard.slice(before[index]))
    const told = news.filter(({ name }) => presencePackets.includes(name)).length
    expect(told).toBeGreaterThan(0)
    expect(told).toBeLessThanOrEqual(500 * seconds)
    world.pass(10_000)
    star.signOn()
    world.pass(10_000)
    for (const { heard } of fans) {
      const last = heard.findLast(({ name }) => presencePackets.includes(name))
      expect(last?.value.status).toBe(0)
    }
  },
  30_000,
)

test('many watchers are told in parts, and all at once that somebody hides', () => {
  const world = new World({ limits: { ...limitsOff, presenceEveryMs: limitsOn.presenceEveryMs } })
  const star = world.guest(1_001)
  const fans = Array.from({ length: 600 }, (_, index) => world.guest(2_000 + index))
  for (const fan of fans) fan.watch(star)
  world.pass(10_000)
  const toldAt = (name: string) =>
    Map.groupBy(
      fans.flatMap((fan) => fan.timesOf(name)),
      (at) => at,
    )
  be(star, 1)
  world.pass(1_000)
  expect([...toldAt('statusUpdate').values()].map(({ length }) => length)).toEqual([250, 250, 100])
  be(star, 0x100)
  expect([...toldAt('userOffline').values()].map(({ length }) => length)).toEqual([600])
})

test('a watcher who lost a word is set right with the next sign of life, whatever is merged meanwhile', () => {
  const { world, ann, bob } = two()
  ann.isDeaf = true
  for (const status of [1, 0x11, 0x13]) be(bob, status)
  world.pass(20_000)
  ann.ack(4_711)
  world.pass(45_000)
  ann.isDeaf = false
  ann.keepAlive()
  world.pass(10_000)
  expect(ann.last('userOnline')?.value).toMatchObject({ uin: 1_002, status: 0x13 })
})

test('whoever is in our own subnets learns where the others in them are', () => {
  const world = new World({ direct: 'lan', isNear: (ip) => ip >>> 24 === 10 })
  const ann = world.guest(1_001, { ip: '10.0.0.1' })
  const bob = world.guest(1_002, { ip: '10.0.0.2' })
  const cat = world.guest(1_003, { ip: '192.0.2.1' })
  ann.watch(bob, cat)
  expect(ann.heard.filter(({ name }) => name === 'userOnline').map(({ value }) => value)).toMatchObject([
    { uin: 1_002, ip: parseIp4('10.0.0.2'), realIp: 0, port: 0, tcpFlag: 6, tcpVersion: 3 },
    { uin: 1_003, ip: 0, realIp: 0, port: 0, tcpFlag: 6, tcpVersion: 3 },
  ])
})

test('contacts are remembered behind the answer; a store that is away is asked again with a sign of life', () => {
  const { world, ann } = two()
  const cat = world.guest(1_003)
  world.store.isDown = true
  ann.watch(cat)
  expect(ann.news()).toEqual(['ack 3', 'userOnline 3: 1003', 'endOfContacts 4'])
  world.store.isDown = false
  ann.keepAlive()
  expect(world.store.met.filter((name) => name === 'rememberContacts')).toHaveLength(2)
  ann.keepAlive()
  expect(world.store.met.filter((name) => name === 'rememberContacts')).toHaveLength(2)
})

test('where authorization is enforced, a grant shows the granter at once and after the next sign-on', () => {
  const world = new World({ enforcesAuthorization: true })
  const ann = world.guest(1_001)
  const bob = world.person(1_002)
  const account = world.store.plain.account(uin(1_002))!
  world.store.plain.changeAccount(uin(1_002), { info: { ...account.info, needsAuthorization: true } })
  bob.signOn()
  ann.watch(bob)
  expect(ann.news()).toEqual(['ack 2', 'endOfContacts 1'])
  bob.say(sendMessage, { to: 1_001, kind: 8, text: text('') })
  expect(ann.news()).toContain('userOnline 3: 1002')
  ann.signOff()
  ann.signOn()
  ann.watch(bob)
  expect(ann.news().filter((line) => line.startsWith('userOnline'))).toHaveLength(1)
})

test('whoever is added is told so, once, here or later; nobody complains about a number that nobody has', () => {
  const { world, ann, bob } = two()
  const cat = world.person(1_003)
  for (const target of [1_002, 1_003, 4_711]) ann.say(addToList, { target })
  world.pass(1_000)
  expect(bob.shown).toEqual(['\xfe\xfe\xfe\xfe1'])
  expect(bob.last('deliveredMessage')?.value).toMatchObject({ from: 1_001, kind: 12 })
  expect(ann.news()).toEqual(['userOnline 3: 1002', 'ack 3', 'ack 4', 'ack 5'])
  ann.write(bob, 'x\xfex\xfex\xfex\xfe1', 12)
  expect(bob.shown).toHaveLength(1)
  expect(ann.news()).toEqual(['ack 6'])
  cat.signOn()
  cat.fetch()
  expect(cat.shown).toEqual(['\xfe\xfe\xfe\xfe1'])
})
