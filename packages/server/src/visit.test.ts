import { clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { World } from './testing/world.ts'

test('whoever signs on is shown to those who asked, and a second sign-on is no news', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002)
  ann.watch(bob)
  ann.news()
  bob.login({ status: 4 })
  expect(ann.news()).toEqual(['userOnline 2: 1002'])
  expect(ann.last('userOnline')?.value).toMatchObject({ ip: 0, port: 0, realIp: 0, tcpFlag: 6, status: 5 })
  bob.login({ status: 4 })
  world.pass(10_000)
  expect(ann.news()).toEqual([])
  expect(bob.news()).toEqual(['ack 1', 'loginReply 0', 'ack 2', 'loginReply 1'])
  bob.login({ status: 1 })
  expect(ann.news()).toEqual(['statusUpdate 3: 1002'])
})

test('a sign-on elsewhere ends the first visit with a word under its next number; the watchers notice nothing', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const here = world.guest(1_002)
  const there = world.person(1_002)
  ann.watch(here)
  ann.news()
  there.login()
  expect(here.news()).toEqual(['forcedOffline 1'])
  expect(there.news()).toEqual(['ack 1', 'loginReply 0'])
  expect(ann.news()).toEqual([])
  here.keepAlive()
  expect(here.news()).toEqual(['notConnected 2'])
  expect(world.node.size).toBe(2)
  expect(world.noted('signedOff')).toMatchObject([{ uin: 1_002, address: here.address, because: 'replaced' }])
})

test('a second user at the same address takes the place of the first', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { port: 700 })
  ann.watch(bob)
  ann.news()
  const cat = world.person(1_003, { port: 700 })
  cat.login()
  expect(cat.news()).toEqual(['ack 1', 'loginReply 0'])
  expect(ann.news()).toEqual(['userOffline 3: 1002'])
  expect(world.node.size).toBe(2)
})

test('two users behind one address with two ports do not disturb each other', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001, { port: 700 }), world.guest(1_002, { port: 701 })]
  ann.write(bob, 'neighbour')
  expect(bob.news()).toEqual(['deliveredMessage 1: 1001 "neighbour"'])
})

test('nothing but ACKs leaves before the client has acknowledged the reply to its sign-on', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002, { acks: false })
  bob.login()
  bob.watch(ann)
  bob.fetch()
  ann.write(bob, 'patience')
  world.pass(900)
  expect(bob.news()).toEqual(['ack 1', 'loginReply 0', 'ack 2', 'ack 3'])
  bob.ack(0)
  expect(bob.news()).toEqual([
    'userOnline 1: 1001',
    'endOfContacts 2',
    'endOfStoredMessages 3',
    'deliveredMessage 4: 1001 "patience"',
  ])
})

test('the reply is sent at 0, 1 and 4 seconds; a client that never answers is forgotten after a minute', () => {
  const world = new World()
  const ann = world.person(1_001, { acks: false })
  ann.login()
  world.pass(59_999)
  expect(ann.timesOf('loginReply')).toEqual([0, 1_000, 4_000])
  expect(world.node.size).toBe(1)
  world.pass(1)
  expect(world.node.size).toBe(0)
  expect(world.noted('signedOff')).toMatchObject([{ because: 'unanswered' }])
})

test('a client that falls silent is gone after 400 seconds, and its contacts are told', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.watch(bob)
  bob.keepAlive()
  for (const seconds of [120, 120, 159]) {
    world.pass(seconds * 1_000)
    ann.keepAlive()
  }
  ann.news()
  world.pass(999)
  expect(ann.news()).toEqual([])
  world.pass(1)
  expect(ann.news()).toEqual(['userOffline 3: 1002'])
  expect(world.noted('signedOff')).toMatchObject([{ uin: 1_002, because: 'silence' }])
  bob.keepAlive()
  expect(bob.news().at(-1)).toBe('notConnected 3')
})

test('everything that comes from a client is a sign of life', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  world.pass(399_000)
  ann.ack(4_711)
  bob.say(clientPackets.infoRequest, { subSeq: 1, target: 1 })
  world.pass(399_999)
  expect(world.node.size).toBe(2)
  world.pass(1)
  expect(world.node.size).toBe(0)
})

test('a client that answers nothing is gone after the sends of whatever it was told', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.watch(bob)
  bob.isDeaf = true
  world.pass(1_000)
  ann.write(bob, 'are you there?')
  world.pass(60_000)
  expect(ann.news().at(-1)).toBe('userOffline 3: 1002')
  expect(world.noted('signedOff')).toMatchObject([{ uin: 1_002, because: 'unanswered' }])
})

test('signing off is told to those who saw the user, and only to them', () => {
  const world = new World()
  const [ann, bob, cat] = [world.guest(1_001), world.guest(1_002), world.guest(1_003)]
  ann.watch(bob)
  cat.watch(bob)
  bob.say(clientPackets.invisibleList, { uins: [1_003] })
  for (const guest of [ann, cat]) guest.news()
  bob.signOff()
  expect([ann.news(), cat.news()]).toEqual([['userOffline 3: 1002'], []])
})

test('news that was lost on the way is told again with the next keep-alive', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.watch(bob)
  ann.isDeaf = true
  bob.say(clientPackets.statusChange, { status: 1 })
  world.pass(20_000)
  ann.ack(4_711)
  world.pass(50_000)
  ann.isDeaf = false
  ann.news()
  ann.keepAlive()
  expect(ann.news()).toEqual(['ack 3', 'userOnline 4: 1002'])
  expect(ann.last('userOnline')?.value).toMatchObject({ status: 1 })
})

test('the last word about a contact is never overtaken by an earlier one that was lost and repeated; after a goodbye the rest is not said', () => {
  const world = new World({ limits: { presenceEveryMs: 0 } })
  const ann = world.guest(1_001)
  const bob = world.person(1_002)
  ann.watch(bob)
  ann.isDeaf = true
  bob.login()
  ann.isDeaf = false
  bob.say(clientPackets.statusChange, { status: 1 })
  world.pass(30_000)
  expect(ann.news().slice(2)).toEqual(['userOnline 2: 1002', 'statusUpdate 3: 1002'])
  ann.isDeaf = true
  bob.say(clientPackets.statusChange, { status: 0 })
  bob.say(clientPackets.statusChange, { status: 1 })
  bob.signOff()
  ann.isDeaf = false
  world.pass(30_000)
  expect(ann.news()).toEqual(['statusUpdate 4: 1002', 'userOffline 5: 1002'])
})

test('COMPAT ICQ 1.1x: only clients with the oldest peer protocol see the oldest states', () => {
  const world = new World()
  const bob = world.guest(1_002)
  for (const [number, tcpVersion, seen] of [
    [1_003, 2, 0x11],
    [1_004, 3, 0x13],
  ] as const) {
    // biome-ignore format: pairs
    const watcher = world.person(number)
    watcher.signOn({ tcpVersion })
    watcher.watch(bob)
    bob.say(clientPackets.statusChange, { status: 0x13 })
    expect(watcher.last('statusUpdate')?.value ?? watcher.last('userOnline')?.value).toMatchObject({ status: seen })
  }
})
