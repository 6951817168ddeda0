import { v2Server } from '@seekyou/dialect'
import { serverManners } from '@seekyou/link'
import { clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import type { Client } from './testing/client.ts'
import { storedFor, World } from './testing/world.ts'

/** Stores messages for somebody who is away. */
function store(world: World, from: Client, to: number, ...texts: string[]): void {
  for (const words of texts) from.write(to, words)
  world.pass(4)
  from.news()
}

test('stored messages come oldest first, with the time at which the server accepted them, then the end', () => {
  const world = new World()
  const [ann, cat] = [world.guest(1_001), world.guest(1_003)]
  const bob = world.person(1_002)
  store(world, ann, 1_002, 'first')
  world.pass(60_000)
  store(world, cat, 1_002, 'second')
  bob.login()
  bob.fetch()
  expect(bob.news()).toEqual([
    'ack 1',
    'loginReply 0',
    'ack 2',
    'receiveMessage 1: 1001 "first"',
    'receiveMessage 2: 1003 "second"',
    'endOfStoredMessages 3',
  ])
  expect(bob.last('receiveMessage')?.value).toMatchObject({
    year: 1998,
    month: 6,
    day: 1,
    hour: 12,
    minute: 1,
    kind: 1,
  })
  expect(bob.last('endOfStoredMessages')?.value).toEqual({ uin: 1_002 })
})

test('a stored message is deleted when it is acknowledged, one by one', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002, { acks: false })
  store(world, ann, 1_002, 'one', 'two')
  bob.login()
  bob.ack(0)
  bob.fetch()
  bob.say(clientPackets.confirmStoredMessages, {})
  world.pass(100)
  expect(storedFor(world, 1_002)).toEqual(['one', 'two'])
  bob.ack(2)
  world.pass(4)
  expect(storedFor(world, 1_002)).toEqual(['one'])
})

test('the end is told when all are acknowledged', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002, { acks: false })
  store(world, ann, 1_002, 'one', 'two')
  bob.login()
  bob.ack(0)
  bob.fetch()
  bob.news()
  bob.ack(1)
  world.pass(5_000)
  expect(bob.news()).toEqual([])
  bob.ack(2)
  expect(bob.news()).toEqual(['endOfStoredMessages 3'])
})

test('the end is told after twenty seconds at the latest', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002, { acks: false })
  store(world, ann, 1_002, 'one')
  bob.login()
  bob.ack(0)
  bob.fetch()
  const asked = world.now
  world.pass(30_000)
  expect(bob.timesOf('endOfStoredMessages')[0]).toBe(asked + 20_000)
})

test('whoever has nothing waiting is told the end at once', () => {
  const world = new World()
  const bob = world.guest(1_002)
  bob.fetch()
  expect(bob.news()).toEqual(['ack 2', 'endOfStoredMessages 1'])
})

test('at most eight stored messages are on their way at a time', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002, { acks: false })
  store(world, ann, 1_002, ...Array.from({ length: 20 }, (_, index) => `${index}`))
  bob.login()
  bob.ack(0)
  bob.fetch()
  expect(bob.shown).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
  for (let sequence = 1; sequence <= 20; sequence++) bob.ack(sequence)
  expect(bob.shown).toEqual(Array.from({ length: 20 }, (_, index) => `${index}`))
})

test('what somebody writes whose stored messages wait is shown after those', () => {
  const world = new World()
  const [ann, cat] = [world.guest(1_001), world.guest(1_003)]
  const bob = world.person(1_002)
  store(world, ann, 1_002, 'old')
  bob.signOn()
  ann.write(bob, 'new')
  cat.write(bob, 'from elsewhere')
  world.pass(2)
  expect(bob.shown).toEqual(['from elsewhere'])
  bob.fetch()
  ann.write(bob, 'newest')
  world.pass(100)
  expect(bob.shown).toEqual(['from elsewhere', 'old', 'new', 'newest'])
  expect(ann.news()).toEqual(['ack 3', 'ack 4'])
  expect(storedFor(world, 1_002)).toEqual([])
})

test('what comes while the store is being read waits for the end of what was read', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002)
  store(world, ann, 1_002, 'old')
  bob.signOn()
  world.store.ms = 500
  bob.fetch()
  world.pass(200)
  ann.write(bob, 'new')
  world.pass(299)
  expect(bob.shown).toEqual([])
  world.pass(10_000)
  expect(bob.shown).toEqual(['old', 'new'])
  expect(bob.news()).toEqual([
    'ack 2',
    'receiveMessage 1: 1001 "old"',
    'endOfStoredMessages 2',
    'deliveredMessage 3: 1001 "new"',
  ])
})

test('while stored messages are unacknowledged, newer ones of the same sender wait', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002, { acks: false })
  store(world, ann, 1_002, 'old')
  bob.login()
  bob.ack(0)
  bob.fetch()
  ann.write(bob, 'new')
  world.pass(9_000)
  expect(bob.shown).toEqual(['old'])
  bob.ack(1)
  expect(bob.shown).toEqual(['old', 'new'])
})

test('a client that does not fetch gets what is new after half a minute, and the old when it asks', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002)
  store(world, ann, 1_002, 'old')
  bob.signOn()
  world.pass(10_000)
  ann.write(bob, 'new')
  world.pass(19_999)
  expect(bob.shown).toEqual([])
  world.pass(1)
  expect(bob.shown).toEqual(['new'])
  ann.write(bob, 'newer')
  expect(bob.shown).toEqual(['new', 'newer'])
  world.pass(100)
  bob.fetch()
  expect(bob.shown).toEqual(['new', 'newer', 'old'])
})

test('a second request does not send again what is on its way', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002, { acks: false })
  store(world, ann, 1_002, 'one')
  bob.login()
  bob.ack(0)
  bob.fetch()
  bob.fetch()
  expect(bob.news()).toEqual([
    'ack 1',
    'loginReply 0',
    'ack 2',
    'receiveMessage 1: 1001 "one"',
    'ack 3',
    'endOfStoredMessages 2',
  ])
  bob.ack(1)
  expect(bob.news()).toEqual(['endOfStoredMessages 3'])
})

test('what a second request finds waits until the first has been answered, so that older messages stay first', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002, { acks: false })
  store(world, ann, 1_002, ...Array.from({ length: 10 }, (_, index) => `${index}`))
  bob.login()
  bob.ack(0)
  bob.fetch()
  for (let sequence = 2; sequence <= 8; sequence++) bob.ack(sequence)
  ann.write(bob, 'new')
  world.pass(100)
  bob.fetch()
  expect(bob.shown).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
  bob.ack(1)
  for (let sequence = 9; sequence <= 14; sequence++) bob.ack(sequence)
  expect(bob.shown).toEqual([...Array.from({ length: 10 }, (_, index) => `${index}`), 'new'])
})

test('requests that come while the store is silent are answered together', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002)
  store(world, ann, 1_002, 'one')
  bob.signOn()
  world.pass(3_000)
  world.store.isHeld = true
  for (let count = 0; count < 100; count++) bob.fetch()
  expect(world.store.held).toHaveLength(1)
  world.store.release()
  world.pass(1_000)
  expect(bob.news().filter((line) => !line.startsWith('ack'))).toEqual([
    'receiveMessage 1: 1001 "one"',
    'endOfStoredMessages 2',
  ])
})

test('what is on its way as a new message is not sent as a stored one as well', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { acks: false })
  ann.write(bob, 'once')
  world.pass(100)
  bob.fetch()
  expect(bob.news()).toEqual(['deliveredMessage 1: 1001 "once"', 'ack 2', 'endOfStoredMessages 2'])
})

test('a message that is being deleted is not shown again', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { acks: false })
  world.person(1_003)
  ann.write(bob, 'once')
  world.pass(4)
  world.store.isHeld = true
  ann.write(1_003, 'keeps the store busy')
  world.pass(4)
  bob.ack(1)
  bob.fetch()
  world.store.release()
  world.pass(100)
  expect(bob.shown).toEqual(['once'])
  expect(bob.news().at(-1)).toBe('endOfStoredMessages 2')
  expect(storedFor(world, 1_002)).toEqual([])
})

test('a message that was not acknowledged when its link died is shown by the next visit, once', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { acks: false })
  ann.write(bob, 'again')
  world.pass(100)
  bob.signOff()
  bob.acks = true
  bob.login()
  bob.fetch()
  world.pass(60_000)
  expect(bob.timesOf('deliveredMessage')).toHaveLength(1)
  expect(bob.shown).toEqual(['again', 'again'])
  expect(storedFor(world, 1_002)).toEqual([])
})

test('so is one that was not even stored yet', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { acks: false })
  ann.write(bob, 'again')
  bob.acks = true
  bob.login()
  bob.fetch()
  ann.write(bob, 'next')
  world.pass(60_000)
  expect(bob.shown).toEqual(['again', 'again', 'next'])
  expect(ann.news()).toEqual(['ack 2', 'ack 3'])
  expect(storedFor(world, 1_002)).toEqual([])
})

test('what was accepted a moment before the request is stored first, and comes with the rest', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002)
  ann.write(1_002, 'just now')
  bob.login()
  bob.fetch()
  expect(bob.news()).toEqual([
    'ack 1',
    'loginReply 0',
    'ack 2',
    'receiveMessage 1: 1001 "just now"',
    'endOfStoredMessages 2',
  ])
})

test('a message that waits behind stored ones and is refused by the store is not shown: its sender was told', () => {
  const world = new World({ limits: { storedMax: 1 } })
  const ann = world.guest(1_001)
  const bob = world.person(1_002)
  store(world, ann, 1_002, 'old')
  bob.signOn()
  ann.write(bob, 'one too many')
  world.pass(4)
  expect(ann.news()[0]).toBe('ack 3')
  expect(ann.shown.at(-1)).toMatch(/^Your message to 1002 was not delivered/)
  bob.fetch()
  world.pass(60_000)
  expect(bob.shown).toEqual(['old'])
})

test('a message that could not be stored before the store was read is shown after what was read', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002)
  world.person(1_003)
  ann.write(1_003, 'keeps the store busy')
  world.store.ms = 100
  world.pass(4)
  ann.write(1_002, 'in between')
  bob.login()
  bob.fetch()
  world.pass(10_000)
  expect(bob.shown).toEqual(['in between'])
  expect(storedFor(world, 1_002)).toEqual([])
})

test('a message that waited for the store while its recipient came is shown when the store is back', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002)
  ann.write(1_002, 'early')
  bob.signOn()
  world.store.isDown = true
  world.pass(100)
  bob.fetch()
  world.pass(10_000)
  expect(bob.news()).toEqual(['ack 2'])
  world.store.isDown = false
  world.pass(2_000)
  expect(bob.shown).toEqual(['early'])
  expect(bob.news().at(-1)).toBe('endOfStoredMessages 2')
  expect(ann.news()).toEqual(['ack 2'])
  expect(storedFor(world, 1_002)).toEqual([])
})

test('while the store is away it is read again each second, and order is kept', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002)
  store(world, ann, 1_002, 'old')
  bob.signOn()
  world.store.isDown = true
  bob.fetch()
  ann.write(bob, 'new')
  world.pass(60_000)
  expect(bob.news()).toEqual(['ack 2'])
  world.store.isDown = false
  world.pass(1_000)
  expect(bob.shown).toEqual(['old', 'new'])
  expect(bob.timesOf('endOfStoredMessages')).toHaveLength(1)
})

test('a message that finds no room on the way to a slow recipient is tried again, and order is kept', () => {
  const world = new World({ dialects: [v2Server({ ...serverManners, queueMax: 2 })] })
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { acks: false })
  for (const words of ['1', '2', '3', '4']) ann.write(bob, words)
  world.pass(1_000)
  bob.ack(1)
  ann.write(bob, '5')
  bob.acks = true
  world.pass(60_000)
  expect(bob.shown.filter((words, index, all) => all.indexOf(words) === index)).toEqual(['1', '2', '3', '4', '5'])
  expect(storedFor(world, 1_002)).toEqual([])
  expect(ann.news().sort()).toEqual(['ack 2', 'ack 3', 'ack 4', 'ack 5', 'ack 6'])
})

test('a stored message that is never acknowledged holds newer ones up for five minutes after the end, and no longer', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.person(1_002, { acks: false })
  store(world, ann, 1_002, ...Array.from({ length: 12 }, (_, index) => `${index}`))
  bob.login()
  bob.ack(0)
  bob.fetch()
  for (let sequence = 2; sequence <= 8; sequence++) bob.ack(sequence)
  ann.write(bob, 'new')
  for (let again = 0; again < 8; again++) {
    world.pass(39_000)
    bob.keepAlive()
  }
  world.pass(7_999)
  expect(bob.timesOf('endOfStoredMessages')[0]).toBe(world.now - 299_999)
  expect(new Set(bob.shown)).toEqual(new Set(['0', '1', '2', '3', '4', '5', '6', '7']))
  world.pass(1)
  expect(bob.shown.filter((words) => words !== '0').slice(7)).toEqual(['new', '8', '9', '10', '11'])
  bob.fetch()
  world.pass(1_000)
  expect(bob.shown.filter((words) => words === '8')).toHaveLength(1)
})
