import { expect, test } from 'vitest'
import { storedFor, World } from './testing/world.ts'

const notice = (words: string) => `1 "${words}"`

test('a message that its recipient acknowledges at once is acknowledged at once, and never stored', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.write(bob, 'fast')
  expect(ann.news()).toEqual(['ack 2'])
  world.pass(60_000)
  expect(bob.shown).toEqual(['fast'])
  expect(world.store.commits).toEqual([])
  expect(world.node.counters).toMatchObject({
    messagesAccepted: 1,
    messagesDelivered: 1,
    messagesStored: 0,
  })
})

test('until its recipient acknowledges it or it is stored, its sender hears nothing', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { acks: false })
  world.store.isHeld = true
  ann.write(bob, 'slow')
  world.pass(8_000)
  ann.repeat()
  expect(ann.news()).toEqual([])
  world.store.release()
  expect(ann.news()).toEqual(['ack 2'])
  ann.repeat()
  expect(ann.news()).toEqual(['ack 2'])
  expect(bob.shown).toEqual(['slow'])
})

test('the recipient’s ACK makes it safe while it is being stored; then it is deleted again', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { ackMs: 50 })
  world.pass(3_000)
  world.store.ms = 100
  ann.write(bob, 'between')
  world.pass(49)
  expect(ann.news()).toEqual([])
  world.pass(1)
  expect(ann.news()).toEqual(['ack 2'])
  world.pass(1_000)
  expect(world.store.commits).toEqual([
    { keep: [1], forget: [] },
    { keep: [], forget: [1] },
  ])
  expect(ann.news()).toEqual([])
})

test('a recipient who takes longer than 40 ms costs a commit, and another when they answer', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { ackMs: 50 })
  ann.write(bob, 'slower')
  world.pass(39)
  expect(ann.news()).toEqual([])
  world.pass(1)
  expect(ann.news()).toEqual(['ack 2'])
  expect(storedFor(world, 1_002)).toEqual(['slower'])
  world.pass(14)
  expect(storedFor(world, 1_002)).toEqual([])
  expect(world.node.counters).toMatchObject({ messagesStored: 1, messagesDelivered: 1 })
  expect(world.store.commits).toHaveLength(2)
})

test('a message to somebody who is away is acknowledged when it is stored', () => {
  const world = new World()
  const ann = world.guest(1_001)
  world.person(1_002)
  world.store.ms = 20
  ann.write(1_002, 'later')
  world.pass(23)
  expect(ann.news()).toEqual([])
  world.pass(1)
  expect(ann.news()).toEqual(['ack 2'])
  expect(world.store.messages).toMatchObject([{ id: 1, from: 1_001, to: 1_002, kind: 1, at: Date.UTC(1998, 5, 1, 12) }])
})

test('what comes within four milliseconds is committed together', () => {
  const world = new World()
  const [ann, cat] = [world.guest(1_001), world.guest(1_003)]
  world.person(1_002)
  ann.write(1_002, 'one')
  world.pass(3)
  cat.write(1_002, 'two')
  world.pass(1)
  expect([ann.news(), cat.news()]).toEqual([['ack 2'], ['ack 2']])
  expect(world.store.commits).toEqual([{ keep: [1, 2], forget: [] }])
})

test('a message has its four milliseconds even when another commit ends meanwhile', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { ackMs: 3 })
  world.person(1_003)
  world.store.ms = 10
  ann.write(1_003, 'stored')
  world.pass(13)
  ann.write(bob, 'delivered')
  world.pass(1_000)
  expect(ann.news()).toEqual(['ack 2', 'ack 3'])
  expect(world.store.commits).toEqual([{ keep: [1], forget: [] }])
})

test('messages of one sender are delivered one at a time, those of others do not wait', () => {
  const world = new World()
  const [ann, cat] = [world.guest(1_001), world.guest(1_003)]
  const bob = world.guest(1_002, { acks: false })
  ann.write(bob, 'a1')
  ann.write(bob, 'a2')
  cat.write(bob, 'c1')
  world.pass(1_000)
  expect(bob.shown).toEqual(['a1', 'c1'])
  bob.ack(1)
  expect(bob.shown).toEqual(['a1', 'c1', 'a2'])
})

test('a message is repeated under its number until the recipient has it, and never sooner than after ten seconds', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { acks: false })
  ann.write(bob, 'again')
  world.pass(35_000)
  bob.ack(1)
  world.pass(100_000)
  expect(bob.timesOf('deliveredMessage')).toEqual([0, 10_000, 20_000, 30_000])
  expect(new Set(bob.news())).toEqual(new Set(['deliveredMessage 1: 1001 "again"']))
  expect(storedFor(world, 1_002)).toEqual([])
})

test('a message to oneself comes back', () => {
  const world = new World()
  const ann = world.guest(1_001)
  ann.write(ann, 'note')
  expect(ann.news()).toEqual(['deliveredMessage 1: 1001 "note"', 'ack 2'])
})

test('an answer to the server itself is acknowledged and dropped', () => {
  const world = new World()
  const ann = world.guest(1_001)
  ann.write(1, 'who are you?')
  world.pass(1_000)
  expect([ann.news(), world.store.commits]).toEqual([['ack 2'], []])
})

test('a message to a number that nobody has is acknowledged, and its sender told once', () => {
  const world = new World()
  const ann = world.guest(1_001)
  ann.write(9_999, 'hello?')
  world.pass(60_000)
  const sentence = 'Your message to 9999 was not delivered: nobody has that number.'
  expect(ann.news()).toEqual(['ack 2', `deliveredMessage 1: ${notice(sentence)}`])
  expect(world.node.counters).toMatchObject({ messagesRefused: 1, messagesStored: 0 })
})

test('what exceeds the recipient’s store is acknowledged, and its sender told', () => {
  const world = new World({ limits: { storedMax: 3 } })
  const ann = world.guest(1_001)
  world.person(1_002)
  for (const words of ['1', '2', '3', '4']) ann.write(1_002, words)
  world.pass(1_000)
  const sentence = 'Your message to 1002 was not delivered: too many messages are waiting for that number already.'
  expect(ann.news()).toEqual(['ack 2', 'ack 3', 'ack 4', 'ack 5', `deliveredMessage 1: ${notice(sentence)}`])
  expect(storedFor(world, 1_002)).toEqual(['1', '2', '3'])
  expect(world.node.counters).toMatchObject({ messagesStored: 3, messagesRefused: 1 })
})

test('of one sender only so many are kept, and others find room', () => {
  const world = new World({ limits: { storedFromOneMax: 2 } })
  const [ann, cat] = [world.guest(1_001), world.guest(1_003)]
  world.person(1_002)
  for (const words of ['1', '2', '3']) ann.write(1_002, words)
  cat.write(1_002, 'mine')
  world.pass(1_000)
  const sentence =
    'Your message to 1002 was not delivered: too many of your messages are waiting for that number already.'
  expect([ann.shown, cat.shown]).toEqual([[sentence], []])
  expect(storedFor(world, 1_002)).toEqual(['1', '2', 'mine'])
  expect(world.node.counters).toMatchObject({ messagesRefused: 1, refusedFullOfSender: 1, refusedFull: 0 })
})

test('a recipient who is here and only slow is not called full', () => {
  const world = new World({ limits: { storedMax: 0 } })
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { ackMs: 25_000 })
  ann.write(bob, 'slow')
  world.pass(24_999)
  expect(ann.news()).toEqual([])
  world.pass(1)
  expect(ann.news()).toEqual(['ack 2'])
  world.pass(60_000)
  expect([ann.news(), bob.shown.at(-1), world.node.counters.messagesRefused]).toEqual([[], 'slow', 0])
})

test('if the link ends before a message has arrived that the store would not keep, its sender is told', () => {
  const world = new World({ limits: { storedMax: 0 } })
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { acks: false })
  ann.write(bob, 'lost')
  world.pass(5_000)
  bob.signOff()
  expect(ann.news()).toEqual([])
  world.pass(6_000)
  expect(ann.news()[0]).toBe('ack 2')
  expect(ann.shown).toEqual([expect.stringMatching(/^Your message to 1002 was not delivered/)])
})

test('if the recipient comes back and there is room, it is stored and shown before younger ones', () => {
  const world = new World({ limits: { storedMax: 2 } })
  const [ann, cat] = [world.guest(1_001), world.guest(1_003)]
  const bob = world.person(1_002)
  for (const words of ['stored', 'too']) cat.write(bob, words)
  world.pass(100)
  bob.signOn()
  bob.acks = false
  ann.write(bob, 'no room')
  world.pass(5_000)
  bob.acks = true
  bob.fetch()
  world.pass(100)
  bob.signOff()
  bob.signOn()
  ann.write(bob, 'younger')
  bob.fetch()
  world.pass(60_000)
  expect(ann.news()).toEqual(['ack 2', 'ack 3'])
  expect(bob.shown).toEqual(['no room', 'stored', 'too', 'no room', 'younger'])
})

test('when too many messages are unsafe, those to people who are away are dropped, and each sender is told once', () => {
  const world = new World({ limits: { messagesBurst: 1e6, packetsPerSecond: 1e6 } })
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  world.person(1_003)
  world.store.isDown = true
  for (let count = 0; count < 20_003; count++) ann.write(1_003, 'x')
  ann.write(bob, 'passes')
  expect(bob.shown).toEqual(['passes'])
  expect(ann.shown).toEqual([expect.stringMatching(/^Your message to 1003 was not delivered: the server has too much/)])
  expect(world.node.counters).toMatchObject({ overflows: 3, messagesDropped: 3 })
})

test('a long text is acknowledged when all its parts are safe', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { acks: false })
  world.store.isHeld = true
  ann.write(bob, 'x'.repeat(901))
  world.pass(1_000)
  for (const sequence of [1, 2]) bob.ack(sequence)
  expect(ann.news()).toEqual([])
  bob.ack(3)
  expect(ann.news()).toEqual(['ack 2'])
  expect(bob.shown.map((part) => part.length)).toEqual([450, 450, 1])
})

test('while the store is away, messages to those who are here pass, the others wait and are stored when it is back', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  world.person(1_003)
  world.store.isDown = true
  ann.write(1_003, 'waits')
  ann.write(bob, 'passes')
  world.pass(29_000)
  expect(ann.news()).toEqual(['ack 3'])
  expect(bob.shown).toEqual(['passes'])
  expect(world.noted('storeFailed')).toHaveLength(1)
  world.store.isDown = false
  world.pass(1_000)
  expect(ann.news()).toEqual(['ack 2'])
  expect(storedFor(world, 1_003)).toEqual(['waits'])
  expect(world.node.isSettled).toBe(true)
})

test('a sender whose message waits for the store for half a minute is told so once, and acknowledged later', () => {
  const world = new World()
  const ann = world.guest(1_001)
  world.person(1_003)
  world.store.isDown = true
  ann.write(1_003, 'waits')
  world.pass(120_000)
  const sentence = 'Your message to 1003 is waiting: the server cannot store messages just now and keeps trying.'
  expect(ann.news()).toEqual([`deliveredMessage 1: ${notice(sentence)}`])
  expect(ann.timesOf('deliveredMessage')[0]).toBeGreaterThanOrEqual(30_000)
  expect(ann.timesOf('deliveredMessage')[0]).toBeLessThanOrEqual(31_100)
  world.store.isDown = false
  world.pass(1_000)
  expect(ann.news()).toEqual(['ack 2'])
  expect(world.store.commits).toEqual([{ keep: [1], forget: [] }])
})

test('a message that is delivered while the store is away is never stored', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const bob = world.guest(1_002, { ackMs: 5_000 })
  world.store.isDown = true
  ann.write(bob, 'slow')
  world.pass(5_000)
  expect(ann.news()).toEqual(['ack 2'])
  world.store.isDown = false
  world.pass(5_000)
  expect(world.store.commits).toEqual([])
  expect(world.node.isSettled).toBe(true)
})

test('a sender who has left before the message was safe is not looked for', () => {
  const world = new World()
  const ann = world.guest(1_001)
  world.person(1_002)
  ann.write(1_002, 'bye')
  ann.write(9_999, 'bye')
  world.put({ kind: 'forceOff', uin: ann.uin })
  world.pass(1_000)
  expect(ann.news()).toEqual(['forcedOffline 1'])
  expect(storedFor(world, 1_002)).toEqual(['bye'])
})

test('an ACK that a former link waits for does not reach the new one', () => {
  const world = new World()
  const ann = world.guest(1_001)
  world.person(1_002)
  world.store.ms = 10
  ann.login()
  world.pass(15)
  ann.write(1_002, 'x')
  world.pass(1_000)
  expect(ann.news()).toEqual(['ack 2', 'loginReply 1'])
  expect(storedFor(world, 1_002)).toEqual(['x'])
})

test('to settle is to commit at once', () => {
  const world = new World()
  const ann = world.guest(1_001)
  world.person(1_002)
  expect(world.node.isSettled).toBe(true)
  ann.write(1_002, 'x')
  expect(world.node.isSettled).toBe(false)
  world.put({ kind: 'settle' })
  expect(world.node.isSettled).toBe(true)
  expect(ann.news()).toEqual(['ack 2'])
  expect([world.now, storedFor(world, 1_002)]).toEqual([0, ['x']])
})
