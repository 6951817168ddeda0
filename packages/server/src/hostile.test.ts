// What somebody without the password can do: nothing to others, and not much to the server.
import { clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { type Client, text } from './testing/client.ts'
import { World } from './testing/world.ts'

const far = (world: World, number: number, host: number): Client =>
  world.person(number, { ip: `192.0.2.${host}`, port: 1, register: false })

/** Wrong passwords from many addresses. */
function guess(world: World, number: number, times: number): string[] {
  return Array.from({ length: times }, (_, index) => {
    const stranger = far(world, number, index)
    stranger.login({ password: `guess ${index}`, sequence: 1 })
    return stranger.news().at(-1) ?? 'silence'
  })
}

test.each([
  ['a number that somebody has', 1_001],
  ['a number that nobody has', 4_711],
])('%s bears five wrong passwords, then one each thirty seconds, and silence between', (_, number) => {
  const world = new World()
  world.guest(1_001)
  expect(guess(world, number, 7)).toEqual([...Array(5).fill('badPassword 0'), 'silence', 'silence'])
  world.pass(29_999)
  expect(guess(world, number, 1)).toEqual(['silence'])
  world.pass(1)
  expect(guess(world, number, 2)).toEqual(['badPassword 0', 'silence'])
  expect(world.node.counters.checksIgnored).toBe(4)
})

test('the owner comes back from where they were before, however many guesses others make', () => {
  const world = new World()
  const ann = world.guest(1_001, { ip: '10.0.0.7' })
  ann.signOff()
  guess(world, 1_001, 100)
  const again = world.person(1_001, { ip: '10.0.0.7', register: false })
  again.login()
  expect(again.news()).toEqual(['ack 1', 'loginReply 0'])
})

test('an address is known only when it has proven itself: who owns an account cannot make others’ addresses known', () => {
  const world = new World()
  const ann = world.person(1_001, { ip: '10.0.0.7', acks: false })
  ann.login()
  guess(world, 1_001, 5)
  ann.login({ sequence: 9 })
  expect(ann.news()).toEqual(['ack 1', 'loginReply 0'])
})

test('of two clients that evict each other for ever, one is told to try again', () => {
  const world = new World()
  const [home, work] = [world.person(1_001), world.person(1_001)]
  for (let round = 0; round < 10; round++) {
    world.pass(1_000)
    const client = round % 2 === 0 ? home : work
    client.login()
  }
  expect(world.node.counters.fightsRefused).toBe(3)
  expect(home.heard.filter(({ name }) => name === 'loginReply')).toHaveLength(5)
  expect(work.heard.filter(({ name }) => name === 'loginReply')).toHaveLength(2)
  expect(work.news().slice(-2)).toEqual(['ack 5', 'tryAgain 5'])
})

test('whoever waits a minute before taking the number back may', () => {
  const world = new World()
  const [home, work] = [world.person(1_001), world.person(1_001)]
  for (let round = 0; round < 10; round++) {
    world.pass(61_000)
    const client = round % 2 === 0 ? home : work
    client.login()
  }
  expect(world.node.counters.fightsRefused).toBe(0)
})

const changePassword = (client: Client, sequence: number) =>
  client.say(clientPackets.changePassword, { subSeq: 1, newPassword: text('mine') }, sequence)
const signOff = (client: Client, sequence: number) =>
  client.say(clientPackets.sendTextCode, { text: text('B_USER_DISCONNECTED'), code: 5 }, sequence)

test.each([
  ['8,192 ahead', 8_193, true],
  ['8,193 ahead', 8_194, false],
  ['8,192 behind', 0x1_0001 - 8_192, true],
  ['8,193 behind', 0x1_0001 - 8_193, false],
])('a number %s of the last', (_, sequence, isNear) => {
  const world = new World()
  const ann = world.guest(1_001)
  signOff(ann, sequence)
  expect(ann.news()).toEqual([`ack ${sequence}`])
  expect(world.node.size).toBe(isNear ? 0 : 1)
  expect(world.node.counters).toMatchObject(isNear ? { farNumbers: 0 } : { farNumbers: 1, farNumbersRefused: 1 })
})

test('a far number changes no password, is acknowledged, counted, and told to the operator once a minute', () => {
  const world = new World()
  const ann = world.guest(1_001)
  for (const sequence of [20_000, 30_000]) changePassword(ann, sequence)
  expect(ann.news()).toEqual(['ack 20000', 'ack 30000'])
  expect(world.store.plain.account(ann.uin)?.passwordHash).toBe('secret')
  world.pass(60_000)
  ann.say(clientPackets.keepAlive, {}, 40_000)
  expect(ann.news()).toEqual(['ack 40000'])
  expect(world.noted('farNumber')).toMatchObject([{ uin: 1_001 }, { uin: 1_001 }])
  expect(world.node.counters).toMatchObject({ farNumbers: 3, farNumbersRefused: 2 })
  changePassword(ann, 7)
  expect(ann.news()).toEqual(['ack 7', 'changePasswordReply 1'])
})

test('a client whose numbers wrap around, or go in steps, is nobody who guesses', () => {
  const world = new World()
  const ann = world.person(1_001)
  ann.signOn({ sequence: 0xff00 })
  for (let step = 1; step < 200; step++) ann.say(clientPackets.keepAlive, {}, (0xff00 + 256 * step) & 0xffff)
  signOff(ann, (0xff00 + 256 * 200) & 0xffff)
  expect([world.node.size, world.node.counters.farNumbers]).toEqual([0, 0])
})

test('COMPAT Licq: a confirmation under the number of the server is nothing strange', () => {
  const world = new World()
  const ann = world.person(1_001)
  ann.signOn({ sequence: 20_000 })
  ann.say(clientPackets.confirmStoredMessages, {}, 3)
  expect(world.node.counters.farNumbers).toBe(0)
})

test('only so many packets wait for a client that has not acknowledged its sign-on', () => {
  const world = new World({ limits: { repliesBeforeProof: 3 } })
  const [ann, bob] = [world.guest(1_001), world.person(1_002, { acks: false })]
  bob.login()
  for (let count = 0; count < 5; count++) bob.watch(ann)
  expect(bob.news()).toEqual(['ack 1', 'loginReply 0', 'ack 2', 'ack 3', 'ack 4', 'ack 5', 'ack 6'])
  bob.acks = true
  bob.ack(0)
  expect(bob.news()).toEqual(['userOnline 1: 1001', 'endOfContacts 2', 'userOnline 3: 1001'])
  expect(world.node.counters.repliesDropped).toBe(7)
})

test('a message that found no room before the sign-on was acknowledged is not lost', () => {
  const world = new World({ limits: { repliesBeforeProof: 1 } })
  const [ann, bob] = [world.guest(1_001), world.person(1_002, { acks: false })]
  bob.login()
  for (const words of ['one', 'two', 'three']) ann.write(bob, words)
  bob.acks = true
  bob.ack(0)
  world.pass(120_000)
  bob.fetch()
  world.pass(60_000)
  expect(new Set(bob.shown)).toEqual(new Set(['one', 'two', 'three']))
  expect(ann.news().filter((news) => news.startsWith('ack'))).toHaveLength(3)
})

test('a visit ends when the reply to the sign-on is never acknowledged, whatever the client says; nothing follows', () => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.person(1_002, { acks: false })]
  bob.login()
  bob.watch(ann)
  world.pass(30_000)
  bob.keepAlive()
  world.pass(29_999)
  expect(world.node.size).toBe(2)
  world.pass(1)
  expect(world.node.size).toBe(1)
  expect(bob.news().filter((news) => news.startsWith('user'))).toEqual([])
  expect(world.noted('signedOff')).toMatchObject([{ uin: 1_002, because: 'unanswered' }])
})

test('a client that repeats its sign-on is answered as often as it has paid for', () => {
  const world = new World()
  const ann = world.person(1_001, { acks: false })
  ann.login()
  for (let count = 0; count < 5; count++) ann.repeat()
  expect(ann.heard.filter(({ name }) => name === 'loginReply')).toHaveLength(6)
  expect(new Set(ann.heard.map(({ sequence }) => sequence))).toEqual(new Set([0, 1]))
})

test('who signs on again before the address is proven is answered at once, with what is left of three bytes for each', () => {
  const world = new World()
  const ann = world.person(1_001, { acks: false })
  /** The shortest sign-on: it ends with the password, and the password without a NUL. */
  const signOn = (sequence: number) =>
    Uint8Array.of(2, 0, 0xe8, 3, sequence, 0, 0xe9, 3, 0, 0, 0, 0, 0, 0, 6, 0, ...text('secret'))
  ann.raw(signOn(1))
  expect(ann.news()).toEqual(['ack 1', 'loginReply 0'])
  ann.raw(signOn(2))
  expect(ann.news()).toEqual(['ack 2', 'loginReply 1'])
})

test('numbers begin at random below 256 if the operator wants it, and go on where they went on before', () => {
  const world = new World({ firstSequence: 'random', random: () => 0.999 })
  const ann = world.person(1_001)
  ann.login()
  expect(ann.news()).toEqual(['ack 1', 'loginReply 255'])
  ann.signOff()
  world.pass(1_000)
  ann.login()
  expect(ann.news().at(-1)).toBe('loginReply 256')
  const bob = new World({ firstSequence: 'random', random: () => 0 }).person(1_002)
  bob.login()
  expect(bob.news()).toEqual(['ack 1', 'loginReply 0'])
})
