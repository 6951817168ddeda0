// What happens to a guest who goes faster than the limits allow: what waits, what is dropped, what they are told.
import { uin } from '@seekyou/language'
import { ordinarySettings } from '@seekyou/service'
import { clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { type Client, text } from './testing/client.ts'
import { storedFor, World, type WorldOptions } from './testing/world.ts'

const { searchUin, searchUser, infoRequest, extInfoRequest, updateInfo, changePassword, addToList } = clientPackets
const none = text('')
const names = { nick: none, first: none, last: none, email: none }

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `${from + index}`)
const writeAll = (from: Client, to: Client | number, words: readonly string[]) => {
  for (const one of words) from.write(to, one)
}
const acksOf = (client: Client) => client.timesOf('ack').length
const slow: WorldOptions = { limits: { messagesBurst: 3, messagesPerSecond: 2, messagesQueue: 4 } }

test('COMPAT mICQ: a hundred messages to all, once each, all arrive at once', () => {
  const world = new World()
  const ann = world.guest(1_001)
  const others = Array.from({ length: 100 }, (_, index) => world.guest(2_000 + index, { ip: `10.0.1.${index}` }))
  for (const other of others) ann.write(other, 'hello all', 0x8001)
  expect(others.map(({ shown }) => shown)).toEqual(others.map(() => ['hello all']))
  expect(acksOf(ann)).toBe(101)
  expect(world.node.counters).toMatchObject({ messagesDelayed: 0, packetsDropped: 0 })
})

test('messages beyond the burst wait their turn, keep their order, and are acknowledged when they are safe', () => {
  const world = new World(slow)
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  writeAll(ann, bob, numbers(6))
  expect([bob.shown, acksOf(ann) - 1]).toEqual([numbers(3), 3])
  ann.repeat()
  world.pass(499)
  expect(acksOf(ann) - 1).toBe(3)
  world.pass(1)
  expect([bob.shown, acksOf(ann) - 1]).toEqual([numbers(4), 4])
  world.pass(1_000)
  expect(bob.shown).toEqual(numbers(6))
  expect(ann.news().filter((line) => line !== 'ack 7')).toEqual(['ack 2', 'ack 3', 'ack 4', 'ack 5', 'ack 6'])
  expect(world.node.counters).toMatchObject({ messagesDelayed: 3, messagesDropped: 0, messagesDelivered: 6 })
})

test('beyond the queue a message is acknowledged and dropped, and its sender told once until the queue is empty', () => {
  const world = new World(slow)
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  writeAll(ann, bob, numbers(10))
  const sentence = /^Your message to 1002 was not delivered: you send more than the server allows/
  expect(ann.shown).toEqual([expect.stringMatching(sentence)])
  expect(acksOf(ann) - 1).toBe(6)
  world.pass(600)
  writeAll(ann, bob, ['10', '11'])
  expect(ann.shown).toHaveLength(1)
  world.pass(60_000)
  expect(bob.shown).toEqual([...numbers(7), '10'])
  expect(acksOf(ann) - 1).toBe(12)
  expect(world.node.counters).toMatchObject({ messagesDropped: 4, messagesDelayed: 5 })
  writeAll(ann, bob, numbers(8, 20))
  expect(ann.shown).toHaveLength(2)
})

test('every message to somebody counts: one to a new user, one that adds to a list; the parts of a long one are one', () => {
  const world = new World({ limits: { messagesBurst: 1, messagesPerSecond: 1 } })
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  ann.write(bob, 'x'.repeat(1_000))
  expect(bob.shown.join('')).toHaveLength(1_000)
  ann.say(clientPackets.messageToNewUser, { to: 1_002, kind: 1, text: text('stranger') })
  ann.say(addToList, { target: 1_002 })
  ann.news()
  world.pass(1_000)
  expect(bob.shown.at(-1)).toBe('stranger')
  expect(ann.news()).toEqual(['ack 3'])
  world.pass(1_000)
  expect(ann.news()).toContain('ack 4')
})

test('what waits for its turn when its sender leaves was never acknowledged, and is gone', () => {
  const world = new World(slow)
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  writeAll(ann, bob, numbers(6))
  ann.signOff()
  world.pass(60_000)
  expect(bob.shown).toEqual(numbers(3))
  expect(ann.news()).toEqual(['ack 2', 'ack 3', 'ack 4', 'ack 8'])
  expect([world.node.size, world.node.counters.bugs]).toEqual([1, 0])
})

test('to sign on again does not make anyone faster', () => {
  const world = new World(slow)
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  writeAll(ann, bob, numbers(3))
  ann.signOff()
  ann.signOn()
  writeAll(ann, bob, numbers(3, 3))
  expect(bob.shown).toEqual(numbers(3))
  world.pass(1_500)
  expect(bob.shown).toEqual(numbers(6))
})

test('whom the operator has freed from limits is as fast as they like, also what waits already', () => {
  const world = new World({ limits: { ...slow.limits, packetsPerSecond: 10, searchesPerMinute: 1 } })
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  writeAll(ann, bob, numbers(5))
  world.store.plain.changeAccount(ann.uin, { settings: { ...ordinarySettings, isLimited: false } })
  world.put({ kind: 'accountChanged', account: world.store.plain.account(ann.uin)! })
  writeAll(ann, bob, numbers(95, 5))
  expect(bob.shown).toEqual(numbers(100))
  for (let subSeq = 1; subSeq <= 5; subSeq++) ann.say(searchUin, { subSeq, target: 9_999 })
  expect(ann.timesOf('endOfSearch')).toHaveLength(5)
  expect(world.node.counters).toMatchObject({ packetsDropped: 0, messagesDropped: 0, requestsDropped: 0 })
})

test('searches, requests and changes beyond the limit are acknowledged at once and answered later, in order', () => {
  const world = new World({ limits: { searchesPerMinute: 2, infoRequestsPerMinute: 2, changesPerMinute: 2 } })
  const ann = world.guest(1_001)
  for (let subSeq = 1; subSeq <= 4; subSeq++) {
    if (subSeq % 2) ann.say(searchUin, { subSeq, target: 1_001 })
    else ann.say(searchUser, { subSeq, ...names, nick: text('x') })
    ann.say(subSeq % 2 ? infoRequest : extInfoRequest, { subSeq, target: 1_001 })
    ann.say(updateInfo, { subSeq, ...names, nick: text(`${subSeq}`), auth: 1 })
  }
  const answered = (name: string) => ann.heard.filter((one) => one.name === name).map(({ value }) => value.subSeq)
  expect(acksOf(ann)).toBe(13)
  expect([answered('endOfSearch'), answered('infoReply'), answered('extInfoReply'), answered('updateReply')]).toEqual([
    [1, 2],
    [1],
    [2],
    [1, 2],
  ])
  world.pass(30_000)
  expect([answered('endOfSearch'), answered('infoReply'), answered('updateReply')]).toEqual([[1, 2, 3], [1, 3], [1, 2, 3]]) // biome-ignore format: one row
  world.pass(30_000)
  expect([answered('endOfSearch'), answered('extInfoReply'), answered('updateReply')]).toEqual([[1, 2, 3, 4], [2, 4], [1, 2, 3, 4]]) // biome-ignore format: one row
  expect(acksOf(ann)).toBe(13)
  expect(world.node.counters).toMatchObject({ requestsDelayed: 6, requestsDropped: 0 })
})

test('where too much waits, a search ends with “there are more”, a change is refused, and a request gets its ACK', () => {
  const limits = { searchesPerMinute: 1, infoRequestsPerMinute: 1, changesPerMinute: 1, requestsQueue: 1 }
  const world = new World({ limits })
  const ann = world.guest(1_001)
  for (let subSeq = 1; subSeq <= 2; subSeq++) ann.say(searchUin, { subSeq, target: 9_999 })
  ann.say(infoRequest, { subSeq: 3, target: 1_001 })
  ann.say(changePassword, { subSeq: 4, newPassword: text('new') })
  ann.news()
  ann.say(searchUser, { subSeq: 5, ...names, nick: text('x') })
  expect(ann.last('endOfSearch')?.value).toMatchObject({ subSeq: 5, more: 1 })
  ann.say(infoRequest, { subSeq: 6, target: 1_001 })
  ann.say(changePassword, { subSeq: 7, newPassword: text('newer') })
  ann.say(updateInfo, { subSeq: 8, ...names, auth: 1 })
  expect(ann.news().map((line) => line.replace(/ \d+$/, ''))).toEqual([
    'ack',
    'endOfSearch',
    'ack',
    'ack',
    'changePasswordFail',
    'ack',
    'updateFail',
  ])
  expect(world.store.plain.account(uin(1_001))?.passwordHash).toBe('new')
  expect(world.node.counters).toMatchObject({ requestsDelayed: 1, requestsDropped: 4 })
})

test('commands beyond two hundred in a second are lost like datagrams, and may come again', () => {
  const world = new World({ limits: { packetsPerSecond: 5 } })
  const ann = world.guest(1_001)
  for (let count = 0; count < 8; count++) ann.say(clientPackets.visibleList, { uins: [] })
  expect(ann.news()).toEqual(['ack 2', 'ack 3', 'ack 4', 'ack 5', 'ack 6'])
  expect(world.node.counters.packetsDropped).toBe(3)
  world.pass(200)
  ann.repeat()
  expect(ann.news()).toEqual(['ack 9'])
})

test('ACKs, keep-alives and repetitions are never too fast, and take nothing away from commands', () => {
  const world = new World({ limits: { packetsPerSecond: 3 } })
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  for (let count = 0; count < 50; count++) {
    ann.keepAlive()
    ann.say(clientPackets.keepAlive2, {})
    ann.ack(count)
  }
  for (let count = 0; count < 3; count++) {
    ann.write(bob, `${count}`)
    for (let again = 0; again < 5; again++) ann.repeat()
  }
  expect(bob.shown).toEqual(numbers(3))
  expect(acksOf(ann)).toBe(1 + 100 + 18)
  ann.write(bob, 'too fast')
  ann.keepAlive()
  expect(ann.news().at(-1)).toBe('ack 106')
  expect(world.node.counters.packetsDropped).toBe(1)
  expect(bob.shown).toEqual(numbers(3))
})

test('what leaves for one client is spread over time; nothing is lost', () => {
  const world = new World({ limits: { bytesPerSecond: 512 } })
  const [ann, cat] = [world.guest(1_001), world.guest(1_003)]
  const bob = world.guest(1_002)
  writeAll(
    ann,
    bob,
    numbers(4).map((one) => one.repeat(400)),
  )
  writeAll(
    cat,
    bob,
    numbers(4, 4).map((one) => one.repeat(400)),
  )
  expect(bob.shown).toHaveLength(1)
  world.pass(10_000)
  expect(bob.shown.map(([first]) => first).sort()).toEqual(numbers(8))
  expect(bob.shown.filter(([first]) => first! < '4')).toEqual(numbers(4).map((one) => one.repeat(400)))
  expect(storedFor(world, 1_002)).toEqual([])
  expect(world.node.counters.linksStalled).toBeGreaterThan(0)
})

test('where no message may wait, the first beyond the burst is dropped', () => {
  const world = new World({ limits: { messagesBurst: 1, messagesPerSecond: 1, messagesQueue: 0 } })
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  writeAll(ann, bob, numbers(2))
  expect([bob.shown, ann.shown.length]).toEqual([['0'], 1])
})
