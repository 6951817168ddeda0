// Messages between two clients over direct connections, and through the server when there is none.
import { beforeEach, expect, test } from 'vitest'
import { ann, bob, cat, text } from '../testing/fake-server.ts'
import { type Citizen, Town } from '../testing/town.ts'

let town: Town
let a: Citizen
let b: Citizen

beforeEach(() => {
  town = new Town()
  a = town.add(ann, { outer: 0x0a000001, inner: 0xc0a80001, contacts: [bob, cat] })
  b = town.add(bob, { outer: 0x0a000002, inner: 0xc0a80002, contacts: [ann] })
})

/** Both are on line, and have been told everything that there is. */
function meet(): void {
  a.signOn()
  b.signOn()
  a.news()
  b.news()
}

const arrived = (words: string, more: object = {}) => ({
  kind: 'told',
  news: {
    name: 'peerMessageArrived',
    from: ann,
    kind: 1,
    text: text(words),
    isProven: true,
    urgency: 'normal',
    ...more,
  },
})
const viaServer = (words: string) => ({
  kind: 'told',
  news: { name: 'messageArrived', from: ann, kind: 1, text: text(words) },
})

test('a client that opted in announces the first free port of its range, and its inner address', () => {
  town.tcp.do(a, { kind: 'listen', listener: 77, ports: [1_200, 1_200] })
  meet()
  expect(a.direct).toEqual({ port: 1_201, inner: 0xc0a80001, capability: 4, version: 3 })
})

test('a client that did not opt in listens nowhere, connects nowhere, and is not connected to', () => {
  a = town.add(cat, { outer: 9, inner: 9, isOpen: false, contacts: [bob] })
  a.signOn()
  b.signOn()
  expect(a.direct).toMatchObject({ port: 0, capability: 6 })
  a.send(1, b, 'hello')
  expect(a.mail()).toEqual([{ kind: 'messageAccepted', id: 1, via: 'server' }])
  a.tell({ kind: 'incoming', listener: 0, connection: -9, from: 1 })
  expect(town.tcp.connections).toBe(0)
})

test('without a free port a client signs on all the same, and can connect to others', () => {
  for (let port = 1_200; port <= 1_201; port++) town.tcp.do(a, { kind: 'listen', listener: port, ports: [port, port] })
  a.signOn({ peers: { ports: [1_200, 1_201], inner: 1 } })
  b.signOn()
  expect(a.direct).toMatchObject({ port: 0, capability: 2 })
  a.mail()
  a.send(1, b, 'hello')
  expect(a.mail()).toEqual([{ kind: 'messageAccepted', id: 1, via: 'peer' }])
})

test('a world that never says whether it listens does not keep anybody from signing on', () => {
  a.onListen = () => {}
  a.signOn()
  a.send(1, b, 'hello')
  expect([a.client.state, a.mail()]).toEqual(['signingOn', []])
  town.pass(5_000)
  expect(a.client.state).toBe('online')
  expect(a.direct).toMatchObject({ port: 0, capability: 2 })
  expect(a.mail()).toEqual([{ kind: 'messageAccepted', id: 1, via: 'server' }])
})

test('another range of ports is another port', () => {
  meet()
  a.signOn({ peers: { ports: [2_000, 2_000], inner: 7 } })
  expect(a.direct).toEqual({ port: 2_000, inner: 7, capability: 4, version: 3 })
  a.signOn({ peers: { ports: [2_000, 2_000], inner: 8 } })
  expect(a.direct).toEqual({ port: 2_000, inner: 8, capability: 4, version: 3 })
})

test('a message goes directly, is acknowledged by its recipient, and the connection serves both directions', () => {
  meet()
  a.send(1, b, 'hello')
  expect(b.mail()).toEqual([arrived('hello')])
  expect(a.mail()).toEqual([{ kind: 'messageAccepted', id: 1, via: 'peer' }])
  b.send(1, a, 'hi')
  expect(a.mail()).toEqual([arrived('hi', { from: bob })])
  expect(b.mail()).toEqual([{ kind: 'messageAccepted', id: 1, via: 'peer' }])
  expect(town.tcp.connections).toBe(2)
  expect([...a.posted, ...b.posted]).toEqual([])
})

test('URLs, contacts and messages to several go directly, everything else through the server', () => {
  meet()
  for (const [id, kind] of [4, 0x13, 0x8001, 0x8004, 0x8013].entries()) a.send(id, b, 'x', { kind })
  expect(a.mail().map((one) => 'via' in one && one.via)).toEqual(Array(5).fill('peer'))
  expect(b.mail().map((one) => one.kind === 'told' && 'kind' in one.news && one.news.kind)).toEqual([
    4, 0x13, 0x8001, 0x8004, 0x8013,
  ])
  a.send(9, b, 'please', { kind: 6 })
  expect(a.mail()).toEqual([{ kind: 'messageAccepted', id: 9, via: 'server' }])
})

test('a message may be sent through the server on purpose', () => {
  meet()
  a.send(1, b, 'hello', { via: 'server' })
  expect(a.mail()).toEqual([{ kind: 'messageAccepted', id: 1, via: 'server' }])
  expect(b.mail()).toEqual([viaServer('hello')])
})

test('whoever shares our outer address is reached at the inner one', () => {
  const c = town.add(cat, { outer: 0x0a000001, inner: 0xc0a80003 })
  meet()
  c.signOn()
  a.send(1, c, 'hello')
  expect(c.mail()).toEqual([arrived('hello', { isProven: false })])
  expect(town.tcp.dialled).toEqual([0xc0a80003])
})

test.each([
  ['nobody is there', (town: Town) => town.tcp.silent.add(0x0a000002)],
  ['the connection is refused', (_: Town, b: Citizen) => town.tcp.do(b, { kind: 'unlisten', listener: 0 })],
])('when %s, everything goes through the server, in order', (_, spoil) => {
  meet()
  spoil(town, b)
  for (let id = 1; id <= 4; id++) a.send(id, b, `${id}`)
  town.pass(30_000)
  expect(a.mail()).toEqual([1, 2, 3, 4].map((id) => ({ kind: 'messageAccepted', id, via: 'server' })))
  expect(b.mail()).toEqual(['1', '2', '3', '4'].map(viaServer))
  expect(town.tcp.connections).toBe(0)
})

test('a peer that could not be reached is written to through the server for a while, then tried again', () => {
  meet()
  town.tcp.do(b, { kind: 'unlisten', listener: 0 })
  a.send(1, b, 'one')
  expect(town.tcp.dialled).toHaveLength(1)
  a.send(2, b, 'two')
  expect(town.tcp.dialled).toHaveLength(1)
  town.pass(10 * 60_000)
  a.send(3, b, 'three')
  expect(town.tcp.dialled).toHaveLength(2)
  expect(a.posted).toEqual(['one', 'two', 'three'])
})

test('a message that is to go directly or not at all says when it cannot', () => {
  meet()
  town.tcp.silent.add(0x0a000002)
  a.send(1, b, 'one', { via: 'peer' })
  a.send(2, b, 'two')
  a.send(3, b, 'three', { via: 'peer' })
  town.pass(30_000)
  expect(a.mail()).toEqual([
    { kind: 'messageFailed', id: 1, because: 'unreachable' },
    { kind: 'messageFailed', id: 3, because: 'unreachable' },
    { kind: 'messageAccepted', id: 2, via: 'server' },
  ])
  const offLine = town.add(cat, { outer: 5, inner: 5 })
  a.send(4, offLine, 'four', { via: 'peer' })
  expect(a.mail()).toEqual([{ kind: 'messageFailed', id: 4, because: 'unreachable' }])
})

test('a connection on which no answer comes is given up after a minute, and its messages go through the server in order', () => {
  meet()
  a.send(1, b, 'one')
  a.mail()
  b.mail()
  town.tcp.isHalfOpen = true
  a.send(2, b, 'two')
  a.send(3, b, 'three', { via: 'server' })
  a.send(4, b, 'four')
  town.pass(59_999)
  expect(a.mail()).toEqual([])
  town.pass(1)
  expect(a.mail()).toEqual([2, 3, 4].map((id) => ({ kind: 'messageAccepted', id, via: 'server' })))
  expect(b.mail()).toEqual(['two', 'three', 'four'].map(viaServer))
  expect(a.client.peerDrops.get('silent')).toBe(1)
})

test('when the connection breaks, what was not answered goes through the server', () => {
  meet()
  a.send(1, b, 'one')
  a.mail()
  b.mail()
  town.tcp.isHalfOpen = true
  a.send(2, b, 'two', { kind: 0x8001 })
  town.tcp.breakAll()
  town.tcp.isHalfOpen = false
  town.settle()
  expect(b.mail()).toEqual([
    { kind: 'told', news: { name: 'messageArrived', from: ann, kind: 0x8001, text: text('two') } },
  ])
})

test('while the server has something for somebody, what is written later follows it there', () => {
  meet()
  town.isServerDeaf = true
  a.send(1, b, 'please', { kind: 6 })
  a.send(2, b, 'hello')
  expect(b.mail()).toEqual([])
  town.isServerDeaf = false
  town.pass(20_000)
  expect(b.mail()).toEqual([
    { kind: 'told', news: { name: 'messageArrived', from: ann, kind: 6, text: text('please') } },
    viaServer('hello'),
  ])
  a.send(3, b, 'again')
  expect(b.mail()).toEqual([arrived('again')])
})

test('a connection of no use is closed after a quarter of an hour', () => {
  meet()
  a.send(1, b, 'one')
  town.pass(15 * 60_000 - 1)
  a.send(2, b, 'two')
  town.pass(15 * 60_000 - 1)
  expect(town.tcp.connections).toBe(2)
  town.pass(1)
  expect(town.tcp.connections).toBe(0)
})

test('whoever signs off ends all connections, and gives up what was under way', () => {
  meet()
  a.send(1, b, 'one')
  a.mail()
  town.tcp.isHalfOpen = true
  a.send(2, b, 'two')
  a.send(3, b, 'three')
  town.tcp.isHalfOpen = false
  a.wish({ name: 'signOff' })
  expect(a.mail().slice(0, 2)).toEqual([
    { kind: 'messageFailed', id: 2, because: 'signedOff' },
    { kind: 'messageFailed', id: 3, because: 'signedOff' },
  ])
  expect(town.tcp.connections).toBe(0)
  a.signOn()
  expect(a.direct?.port).toBe(1_200)
})

test('whoever comes back before the server has heard them leave has a port all the same', () => {
  meet()
  a.give({ kind: 'wish', wish: { name: 'signOff' } })
  a.onListen = (outcome) => town.later(() => town.later(() => town.tcp.do(a, outcome)))
  const peers = { ports: [1_200, 1_300], inner: 1 } as const
  a.give({ kind: 'wish', wish: { name: 'signOn', uin: ann, password: text('x'), status: a.status, peers } })
  town.settle()
  expect(a.client.state).toBe('online')
  expect(a.direct).toMatchObject({ port: 1_200, capability: 4 })
})

test('connections to peers outlive the one to the server', () => {
  meet()
  a.send(1, b, 'one')
  a.give({ kind: 'moved' })
  town.settle()
  a.news()
  b.mail()
  a.send(2, b, 'two')
  expect(b.mail()).toEqual([arrived('two')])
  expect(town.tcp.connections).toBe(2)
})

test.each([
  ['away', 0x01],
  ['not available', 0x05],
])('somebody who is %s gets messages, and has their away text told', (_, word) => {
  meet()
  b.wish({ name: 'setAwayText', text: text('Back at five') })
  b.setStatus(word)
  a.news()
  a.send(1, b, 'hello')
  expect(b.mail()).toEqual([arrived('hello')])
  expect(a.mail()).toEqual([{ kind: 'messageAccepted', id: 1, via: 'peer', answer: text('Back at five') }])
})

test.each([
  ['occupied', 0x11],
  ['doNotDisturb', 0x13],
] as const)('somebody who is %s gets urgent messages and messages for their list only', (because, word) => {
  meet()
  b.wish({ name: 'setAwayText', text: text('Not now') })
  b.setStatus(word)
  a.news()
  a.send(1, b, 'hello')
  expect(a.mail()).toEqual([{ kind: 'messageReturned', id: 1, because, text: text('Not now') }])
  expect(b.mail()).toEqual([])
  a.send(2, b, 'hello', { urgency: 'urgent' })
  a.send(3, b, 'hello', { urgency: 'toList' })
  expect(a.mail()).toMatchObject([
    { kind: 'messageAccepted', id: 2, via: 'peer' },
    { kind: 'messageAccepted', id: 3, via: 'peer' },
  ])
  expect(b.mail()).toEqual([arrived('hello', { urgency: 'urgent' }), arrived('hello', { urgency: 'toList' })])
  expect(a.posted).toEqual([])
})

test.each([0x01, 0x05, 0x11, 0x13, 0x20])('the away text of somebody with status %i can be asked for', (word) => {
  meet()
  b.wish({ name: 'setAwayText', text: text('Not now') })
  b.setStatus(word)
  a.mail()
  a.wish({ name: 'askAwayText', id: 5, uin: bob })
  expect(a.mail()).toEqual([{ kind: 'awayText', id: 5, text: text('Not now') }])
  expect(b.mail()).toEqual([])
})

test('an away text is not to be had from somebody who is simply online, off line, or does not answer', () => {
  meet()
  a.wish({ name: 'askAwayText', id: 1, uin: bob })
  a.wish({ name: 'askAwayText', id: 2, uin: cat })
  expect(a.mail()).toEqual([1, 2].map((id) => ({ kind: 'awayText', id, text: undefined })))
  b.setStatus(1)
  a.mail()
  town.tcp.silent.add(0x0a000002)
  a.wish({ name: 'askAwayText', id: 3, uin: bob })
  town.pass(30_000)
  expect(a.mail()).toEqual([{ kind: 'awayText', id: 3, text: undefined }])
})

test('what cannot be sent is said at once', () => {
  meet()
  a.send(1, b, 'x'.repeat(1_901))
  a.send(2, b, 'x'.repeat(8_001), { via: 'peer' })
  expect(a.mail()).toEqual([
    { kind: 'messageFailed', id: 1, because: 'tooLong' },
    { kind: 'messageFailed', id: 2, because: 'tooLong' },
  ])
  a.send(3, b, 'x'.repeat(8_000), { via: 'peer' })
  expect(b.mail()).toEqual([arrived('x'.repeat(8_000))])
  expect(() => a.send(4, b, 'x', { via: 'peer', kind: 2 })).toThrow(RangeError)
  town.tcp.isHalfOpen = true
  a.send(5, b, 'x')
  expect(() => a.send(5, b, 'x')).toThrow('id of its own')
})

test('more messages than can be kept are refused, whichever way they go', () => {
  meet()
  town.tcp.silent.add(0x0a000002)
  for (let id = 1; id <= 1_001; id++) a.send(id, b, 'x')
  expect(a.mail()).toEqual([{ kind: 'messageFailed', id: 1_001, because: 'full' }])
})
