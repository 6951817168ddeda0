import { type ServerDialect, v2Server } from '@seekyou/dialect'
import { clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { World } from './testing/world.ts'

test('a node with nothing to do waits for nothing', () => {
  const { node } = new World()
  expect([node.wakeAt, node.size, node.isSettled]).toEqual([undefined, 0, true])
  expect(node.handle({ kind: 'wake' }, 5)).toEqual([])
})

test('answers to questions that were never asked mean nothing', () => {
  const world = new World()
  world.put({ kind: 'met', id: 99, answer: true })
  world.put({ kind: 'unmet', id: 99, cause: 'x' })
  expect(world.node.counters.bugs).toBe(0)
})

test('the operator ends a visit: the client is told under its next number, the contacts see it leave', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.watch(bob)
  ann.news()
  world.put({ kind: 'forceOff', uin: bob.uin })
  world.put({ kind: 'forceOff', uin: bob.uin })
  expect(bob.news()).toEqual(['forcedOffline 1'])
  expect(ann.news()).toEqual(['userOffline 3: 1002'])
  expect(world.noted('signedOff')).toMatchObject([{ uin: 1_002, because: 'forcedOff' }])
  bob.keepAlive()
  expect(bob.news()).toEqual(['notConnected 2'])
})

test('what was on its way to somebody who is forced off is kept', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { acks: false })
  ann.write(bob, 'kept')
  world.put({ kind: 'forceOff', uin: bob.uin })
  world.pass(40)
  expect(ann.news()).toEqual(['ack 2'])
  expect(world.store.messages).toHaveLength(1)
})

test('to wake a node early changes nothing', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { acks: false })
  world.person(1_003)
  ann.watch(bob)
  ann.write(bob, 'x')
  ann.write(1_003, 'y')
  ann.news()
  for (let at = world.node.wakeAt; at !== undefined; at = world.node.wakeAt) {
    expect(world.node.handle({ kind: 'wake' }, (world.now + at) / 2)).toEqual([])
    expect(world.node.wakeAt).toBe(at)
    world.pass(at - world.now)
    expect(world.node.wakeAt ?? Number.POSITIVE_INFINITY).toBeGreaterThan(at)
  }
  expect(world.node.size).toBe(0)
})

test('passwords and texts are in no note', () => {
  const world = new World()
  const ann = world.guest(1_001)
  world.person(1_002).login({ password: 'hunter2' })
  ann.write(9_999, 'my secret is secret')
  world.store.isDown = true
  ann.write(1_002, 'my secret is secret')
  world.pass(100)
  expect(JSON.stringify(world.notes)).not.toMatch(/secret|hunter2/)
})

/** Version 2 with a bug. */
const broken = (bug: Partial<ServerDialect>): ServerDialect => ({ ...v2Server(), ...bug })
const { hear, speak } = v2Server()
const oops = (): never => {
  throw new Error('a bug')
}

test('a bug in hearing costs that conversation, and nobody else’s', () => {
  const status = clientPackets.statusChange.code
  const world = new World({ dialects: [broken({ hear: (frame) => (frame.code === status ? oops() : hear(frame)) })] })
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.watch(bob)
  ann.news()
  bob.say(clientPackets.statusChange, { status: 1 })
  expect(ann.news()).toEqual(['userOffline 3: 1002'])
  expect(world.node.size).toBe(1)
  expect(world.node.counters.bugs).toBe(1)
  expect(world.noted('bug')).toMatchObject([{ error: { message: 'a bug' } }])
  expect(world.noted('signedOff')).toMatchObject([{ uin: 1_002, because: 'bug' }])
  bob.login()
  expect(bob.news()).toEqual(['ack 3', 'loginReply 1'])
})

test('a bug in hearing a stranger costs that datagram', () => {
  const world = new World({ dialects: [broken({ hear: oops })] })
  const ann = world.person(1_001)
  ann.login()
  expect(ann.news()).toEqual([])
  expect(world.noted('bug')).toHaveLength(1)
})

test('a bug in saying goodbye to a watcher does not keep the node from going on', () => {
  const world = new World({
    dialects: [
      broken({ speak: (event, ...rest) => (event.name === 'contactOffline' ? oops() : speak(event, ...rest)) }),
    ],
  })
  const [ann, bob, cat] = [world.guest(1_001), world.guest(1_002), world.guest(1_003)]
  ann.watch(bob, cat)
  bob.signOff()
  world.put({ kind: 'forceOff', uin: cat.uin })
  expect(world.node.counters.bugs).toBe(2)
  expect(world.node.size).toBe(1)
  ann.keepAlive()
  expect(ann.news().at(-1)).toBe('ack 3')
})

test('a bug while a bug is dealt with does not bring the node down', () => {
  const status = clientPackets.statusChange.code
  const world = new World({
    dialects: [
      broken({
        hear: (frame) => (frame.code === status ? oops() : hear(frame)),
        speak: (event, ...rest) => (event.name === 'contactOffline' ? oops() : speak(event, ...rest)),
      }),
    ],
  })
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.watch(bob)
  bob.say(clientPackets.statusChange, { status: 1 })
  expect([world.node.counters.bugs, world.node.size]).toEqual([2, 1])
})

test('the operator’s word counts even if it cannot be said', () => {
  const world = new World({
    dialects: [broken({ speak: (event, ...rest) => (event.name === 'signedOff' ? oops() : speak(event, ...rest)) })],
  })
  world.put({ kind: 'forceOff', uin: world.guest(1_001).uin })
  expect(world.node.size).toBe(0)
})

test('a bug in waking somebody costs that conversation, and everybody else is woken', () => {
  const ended = 'storedMessagesEnded'
  const world = new World({
    dialects: [broken({ speak: (event, ...rest) => (event.name === ended ? oops() : speak(event, ...rest)) })],
  })
  const ann = world.guest(1_001)
  const bob = world.person(1_002, { acks: false })
  const cat = world.guest(1_003, { acks: false })
  ann.write(1_002, 'stored')
  world.pass(4)
  bob.signOn()
  bob.fetch()
  world.pass(10_000)
  ann.write(cat, 'again')
  world.pass(10_000)
  expect(world.noted('signedOff')).toMatchObject([{ uin: 1_002, because: 'bug' }])
  expect(cat.timesOf('deliveredMessage')).toEqual([10_004, 20_004])
  world.pass(400_000)
  expect(world.node.size).toBe(0)
})
