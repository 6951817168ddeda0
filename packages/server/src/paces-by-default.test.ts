// How fast one user may go when the operator has set nothing: one below each limit, the limit itself, and one beyond.
import { clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { type Client, text } from './testing/client.ts'
import { storedFor, World } from './testing/world.ts'

const { infoRequest, searchUin, visibleList } = clientPackets
const acksOf = (client: Client) => client.timesOf('ack').length
const times = (count: number, act: (index: number) => void) => {
  for (let index = 0; index < count; index++) act(index)
}

test.each([127, 128, 129])('of %i messages at once 128 go on, and two more each second after that', (count) => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  times(count, (index) => ann.write(bob, `${index}`))
  expect([bob.shown.length, acksOf(ann) - 1]).toEqual([Math.min(count, 128), Math.min(count, 128)])
  ann.write(bob, 'one')
  ann.write(bob, 'two')
  const shownBefore = bob.shown.length
  world.pass(499)
  expect(bob.shown.length).toBe(shownBefore)
  world.pass(1)
  expect(bob.shown.length).toBe(shownBefore + 1)
  world.pass(5_000)
  expect(bob.shown.length).toBe(count + 2)
})

test.each([127, 128, 129])('of %i messages beyond the burst 128 wait, and none of them is lost', (count) => {
  const world = new World()
  const [ann, bob] = [world.guest(1_001), world.guest(1_002)]
  times(128, (index) => ann.write(bob, `${index}`))
  // Two hundred commands in a second are the most; what would be the next to go is ready half a second after the burst.
  world.pass(400)
  times(count, (index) => ann.write(bob, `${128 + index}`))
  expect(bob.shown).toHaveLength(128)
  expect(world.node.counters).toMatchObject({ messagesDelayed: Math.min(count, 128), messagesDropped: count > 128 ? 1 : 0 }) // biome-ignore format: one line
  expect(ann.shown).toHaveLength(count > 128 ? 1 : 0)
  world.pass(64_000)
  expect(bob.shown).toEqual(Array.from({ length: 128 + Math.min(count, 128) }, (_, index) => `${index}`))
  expect(acksOf(ann) - 1).toBe(128 + count)
})

test.each([19, 20, 21])('of %i messages from one sender 20 are stored for one recipient', (count) => {
  const world = new World()
  const ann = world.guest(1_001)
  world.person(1_002)
  times(count, (index) => ann.write(1_002, `${index}`))
  world.pass(10)
  expect(storedFor(world, 1_002)).toHaveLength(Math.min(count, 20))
  expect([acksOf(ann) - 1, ann.shown.length]).toEqual([count, count > 20 ? 1 : 0])
})

test.each([99, 100, 101])('of %i messages from many senders 100 are stored for one recipient', (count) => {
  const world = new World()
  world.person(1_002)
  const senders = Array.from({ length: 11 }, (_, index) => world.guest(2_000 + index))
  times(count, (index) => senders[index % senders.length]!.write(1_002, `${index}`))
  world.pass(10)
  expect(storedFor(world, 1_002)).toHaveLength(Math.min(count, 100))
  expect(senders.flatMap(({ shown }) => shown)).toHaveLength(count > 100 ? 1 : 0)
})

/** What is asked, by what answers it, how many a minute, and how long the first beyond waits, in milliseconds. */
const questions = [
  {
    what: 'searches',
    answer: 'endOfSearch',
    most: 10,
    waitsMs: 6_000,
    ask: (client: Client, subSeq: number) => client.say(searchUin, { subSeq, target: 9_999 }),
  },
  {
    what: 'requests for profiles',
    answer: 'infoReply',
    most: 30,
    waitsMs: 2_000,
    ask: (client: Client, subSeq: number) => client.say(infoRequest, { subSeq, target: 1_001 }),
  },
]

test.each(
  questions.flatMap(({ most, ...rest }) => [most - 1, most, most + 1].map((count) => ({ ...rest, most, count }))),
)(
  'of $count $what in a minute $most are answered at once, all are acknowledged, and the next is answered later',
  ({ answer, most, waitsMs, ask, count }) => {
    const world = new World()
    const ann = world.guest(1_001)
    times(count, (index) => ask(ann, index))
    const answered = () => ann.timesOf(answer).length
    expect([acksOf(ann) - 1, answered()]).toEqual([count, Math.min(count, most)])
    world.pass(waitsMs - 1)
    expect(answered()).toBe(Math.min(count, most))
    world.pass(1)
    expect(answered()).toBe(count)
  },
)

test.each([59, 60, 61])(
  'of %i searches beyond the pace 60 wait; one more ends at once with “there are more”',
  (count) => {
    const world = new World()
    const ann = world.guest(1_001)
    times(10 + count, (index) => ann.say(searchUin, { subSeq: index, target: 9_999 }))
    const ended = () => ann.heard.filter(({ name }) => name === 'endOfSearch').map(({ value }) => value)
    expect(acksOf(ann) - 1).toBe(10 + count)
    expect(ended()).toHaveLength(count > 60 ? 11 : 10)
    expect(ended().filter(({ more }) => more === 1)).toEqual(
      count > 60 ? [expect.objectContaining({ subSeq: 70 })] : [],
    )
    // One each six seconds.
    world.pass(60 * 6_000)
    expect(ended()).toHaveLength(10 + count)
    expect(ended().filter(({ more }) => more === 1)).toHaveLength(count > 60 ? 1 : 0)
  },
)

test.each([199, 200, 201])('of %i commands in a second 200 are obeyed', (count) => {
  const world = new World()
  const ann = world.guest(1_001)
  times(count, () => ann.say(visibleList, { uins: [] }))
  expect(acksOf(ann) - 1).toBe(Math.min(count, 200))
  expect(world.node.counters.packetsDropped).toBe(count > 200 ? 1 : 0)
})

test.each([49, 50, 51])('of %i datagrams in a second from one stranger’s address 50 are looked at', (count) => {
  const world = new World()
  const clients = Array.from({ length: count }, (_, index) =>
    world.person(3_000 + index, { ip: '192.0.2.1', register: false }),
  )
  for (const client of clients) client.say(clientPackets.openRegistration, {}, 7)
  expect(clients.flatMap((client) => client.news())).toHaveLength(Math.min(count, 50))
  expect(world.node.counters.strangersDropped).toBe(count > 50 ? 1 : 0)
  world.pass(1_000)
  clients.at(-1)!.say(clientPackets.openRegistration, {}, 8)
  expect(clients.at(-1)!.news()).toEqual(['ack 8'])
})

test('what one user does takes nothing away from another', () => {
  const world = new World()
  const [ann, bob, cat] = [world.guest(1_001), world.guest(1_002), world.guest(1_003)]
  times(190, (index) => ann.write(cat, `${index}`))
  times(10, (index) => ann.say(searchUin, { subSeq: index, target: 9_999 }))
  bob.write(cat, 'hello')
  bob.say(clientPackets.searchUser, { subSeq: 1, nick: text('x'), first: text(''), last: text(''), email: text('') })
  expect(cat.shown.at(-1)).toBe('hello')
  expect(bob.news().map((line) => line.split(' ')[0])).toEqual(['ack', 'ack', 'endOfSearch'])
})
