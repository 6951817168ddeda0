// Programs that connect to a client and lie, babble, flood or say nothing. Nothing that they do may end more than their own
// connection.
import { formatIp4, type Ip4 } from '@seekyou/language'
import { peerPackets, sealPeer } from '@seekyou/wire'
import { beforeEach, expect, test } from 'vitest'
import { ann, bob, cat, text } from '../testing/fake-server.ts'
import { type Citizen, Stranger, Town } from '../testing/town.ts'
import { type Me, sealInit, sealWords, type Words } from './frames.ts'

const bobsIp: Ip4 = 0x0a000002
const elsewhere: Ip4 = 0x0b000001
const port = 1_200

let town: Town
let a: Citizen
let b: Citizen

beforeEach(() => {
  town = new Town()
  a = town.add(ann, { outer: 0x0a000001, inner: 0xc0a80001, contacts: [bob] })
  b = town.add(bob, { outer: bobsIp, inner: 0xc0a80002, contacts: [ann] })
  a.signOn()
  b.signOn()
  a.news()
})

const me: Me = { uin: bob, outer: bobsIp, inner: 1, port: 4_000 }
const hello = sealInit(me, 3)
const say = (words: Partial<Words> = {}, who = me): Uint8Array =>
  sealWords(who, 3, { command: 'message', kind: 1, text: text('hi'), sequence: 7, flags: 0x10, ...words })
/** Bytes of a frame behind its length. */
const frame = (...bytes: readonly number[]): Uint8Array =>
  Uint8Array.of(bytes.length & 255, bytes.length >> 8, ...bytes)
const joined = (...pieces: readonly Uint8Array[]): Uint8Array => Uint8Array.from(pieces.flatMap((piece) => [...piece]))

/** A program at some address that is connected to ann's client. */
function call(ip: Ip4 = elsewhere): { readonly stranger: Stranger; readonly line: number } {
  const stranger = new Stranger(town, ip)
  return { stranger, line: stranger.connect(a, port) }
}

test('an introduction is believed from the address only that the server has named for it', () => {
  for (const ip of [elsewhere, bobsIp]) {
    const { stranger, line } = call(ip)
    stranger.write(line, hello, say())
    expect(a.mail(), formatIp4(ip)).toMatchObject([
      { kind: 'told', news: { name: 'peerMessageArrived', from: bob, isProven: ip === bobsIp } },
    ])
    expect(stranger.heard.get(line)?.length).toBeGreaterThan(40)
  }
})

test('nobody who is off line, or not on the list, is proven', () => {
  const first = call()
  first.stranger.write(first.line, sealInit({ ...me, uin: cat }, 3), say({}, { ...me, uin: cat }))
  b.wish({ name: 'signOff' })
  a.hear({ name: 'contactOffline', uin: bob })
  town.settle()
  const second = call(bobsIp)
  second.stranger.write(second.line, hello, say())
  expect(a.mail()).toMatchObject([{ news: { isProven: false } }, { news: { isProven: false } }])
})

test('what is meant for somebody is never said over a connection of somebody else', () => {
  const { stranger, line } = call()
  stranger.write(line, hello)
  a.send(1, b, 'secret')
  a.wish({ name: 'requestChat', id: 1, to: bob, reason: text('secret'), nick: text('ann') })
  expect(stranger.heard.get(line)).toBeUndefined()
  expect(b.mail()).toHaveLength(2)
})

test('a proven connection that came in is used for what goes out', () => {
  const { stranger, line } = call(bobsIp)
  stranger.write(line, hello)
  a.send(1, b, 'hello')
  expect(stranger.heard.get(line)?.length).toBeGreaterThan(40)
  expect(town.tcp.dialled).toHaveLength(1)
})

test('whoever speaks for somebody else than they said is not heard', () => {
  const { stranger, line } = call(bobsIp)
  stranger.write(line, hello, say({}, { ...me, uin: cat }), say())
  expect(a.mail()).toMatchObject([{ news: { from: bob } }])
  expect(a.client.peerDrops.get('wrongUin')).toBe(1)
  expect(stranger.closed.size).toBe(0)
})

test('whoever answers in the place of somebody else is left, and what was to be said goes through the server at once', () => {
  b.wish({ name: 'signOff' })
  const neighbour = new Stranger(town, bobsIp)
  neighbour.listen(4_000)
  const direct = { port: 4_000, inner: 0, capability: 4, version: 3 }
  a.hear({ name: 'contactOnline', uin: bob, status: 0 as never, outer: bobsIp, direct })
  town.settle()
  a.send(1, b, 'for bob')
  const [line] = neighbour.callers as [number]
  neighbour.write(line, say({ command: 'ack', sequence: 0xffff_fffe }, { ...me, uin: cat }))
  expect(neighbour.closed.has(line)).toBe(true)
  expect(a.client.peerDrops.get('wrongUin')).toBe(1)
  expect(a.posted).toEqual(['for bob'])
})

test.each([
  ['our own', ann],
  ['none', 0],
])('nobody can come with the number %s', (_, number) => {
  const { stranger, line } = call()
  stranger.write(line, sealInit({ ...me, uin: number as typeof ann }, 3), say())
  expect(stranger.closed.has(line)).toBe(true)
  expect(a.mail()).toEqual([])
  expect(a.client.peerDrops.get('wrongUin')).toBe(1)
})

test('whoever does not introduce themselves is not heard', () => {
  const { stranger, line } = call(bobsIp)
  stranger.write(line, say())
  expect(stranger.closed.has(line)).toBe(true)
  expect(a.mail()).toEqual([])
  expect(a.client.peerDrops.get('noIntroduction')).toBe(1)
})

test.each([
  ['nothing', []],
  ['half an introduction', [hello.subarray(0, 20)]],
])('whoever says %s is waited for half a minute', (_, pieces) => {
  const { stranger, line } = call()
  stranger.write(line, ...pieces)
  town.pass(29_999)
  expect(stranger.closed.size).toBe(0)
  town.pass(1)
  expect(stranger.closed.has(line)).toBe(true)
  expect(a.client.peerDrops.get('silent')).toBe(1)
})

test('frames and segments are unrelated', () => {
  const all = joined(hello, say(), say({ sequence: 8 }))
  const { stranger, line } = call(bobsIp)
  stranger.write(line, ...Array.from(all, (byte) => Uint8Array.of(byte)))
  expect(a.mail()).toHaveLength(2)
})

test.each([
  ['an unknown command', frame(0xea, 0x03, 0, 0, 3, 0, 0xaa, 0x07, 0, 0, 0, 0, 0, 0, 1, 0), 'unexpected'],
  ['a frame that is cut short', frame(...say().subarray(2, 30)), 'unreadable'],
  ['an empty frame', frame(), 'unreadable'],
  ['a second introduction', sealInit({ ...me, uin: cat }, 3), 'unexpected'],
  ['an answer to nothing', say({ command: 'ack' }), 'unexpected'],
  ['a huge frame', joined(Uint8Array.of(0xff, 0xff), new Uint8Array(0xffff)), 'tooLarge'],
] as const)('%s is counted and skipped', (_, bytes, because) => {
  const { stranger, line } = call(bobsIp)
  stranger.write(line, hello, bytes, say())
  expect(a.mail()).toMatchObject([{ news: { from: bob, text: text('hi') } }])
  expect([...a.client.peerDrops]).toEqual([[because, 1]])
})

test('whoever talks nothing but nonsense is hung up on', () => {
  const { stranger, line } = call()
  stranger.write(line, hello, joined(...Array<Uint8Array>(21).fill(frame(1, 2, 3))), say())
  expect(stranger.closed.has(line)).toBe(true)
  expect(a.mail()).toEqual([])
  expect(a.client.peerDrops.get('flooding')).toBe(1)
})

test('messages that come too fast are read more slowly, and none is lost', () => {
  const { stranger, line } = call(bobsIp)
  stranger.write(line, hello)
  for (let sequence = 1; sequence <= 400; sequence++) stranger.write(line, say({ sequence }))
  expect(a.mail().length).toBeLessThanOrEqual(110)
  town.pass(20_000)
  expect(a.mail().length).toBeGreaterThanOrEqual(290)
  expect(stranger.closed.size).toBe(0)
})

test('a flood in one piece is not kept', () => {
  const { stranger, line } = call()
  stranger.write(line, hello, joined(...Array<Uint8Array>(10_000).fill(say())))
  expect(stranger.closed.has(line)).toBe(true)
  expect(a.client.peerDrops.get('flooding')).toBe(1)
})

test('whoever asks and asks and reads no answer is hung up on', () => {
  a.wish({ name: 'setAwayText', text: text('x'.repeat(5_000)) })
  a.setStatus(1)
  const { stranger, line } = call()
  town.tcp.isUndrained = true
  for (let sequence = 0; sequence < 60; sequence++) stranger.write(line, sequence ? say({ sequence }) : hello)
  expect(stranger.closed.has(line)).toBe(true)
})

test('one address can have a few connections, and all together a few more', () => {
  const stranger = new Stranger(town, elsewhere)
  const lines = Array.from({ length: 9 }, () => stranger.connect(a, port))
  expect([...stranger.closed]).toEqual(lines.slice(8))
  const others = Array.from({ length: 60 }, (_, i) => new Stranger(town, elsewhere + 1 + i))
  for (const other of others) other.connect(a, port)
  expect(others.filter(({ closed }) => closed.size > 0)).toHaveLength(4)
  expect(a.client.peerDrops.get('crowded')).toBe(5)
  // We can still connect to others.
  a.send(1, b, 'hello')
  expect(a.mail()).toMatchObject([{ kind: 'messageAccepted', via: 'peer' }])
})

test('only so many requests may wait for the user, and the same one only once', () => {
  const { stranger, line } = call()
  stranger.write(line, hello)
  for (let sequence = 1; sequence <= 17; sequence++) stranger.write(line, say({ kind: 2, sequence }))
  expect(a.mail().map((one) => one.kind)).toEqual(Array(16).fill('chatRequested'))
  expect(a.client.peerDrops.get('crowded')).toBe(1)
  stranger.write(line, say({ kind: 2, sequence: 3 }))
  expect(a.mail()).toEqual([])
  stranger.close(line)
  expect(a.mail()).toHaveLength(16)
})

test('what claims to answer is believed only from the connection over which it was asked', () => {
  town.tcp.isHalfOpen = true
  a.send(1, b, 'hello')
  town.tcp.isHalfOpen = false
  const { stranger, line } = call(bobsIp)
  stranger.write(line, hello, say({ command: 'ack', sequence: 0xffff_fffe }))
  expect(a.mail()).toEqual([])
  expect(a.client.peerDrops.get('unexpected')).toBe(1)
})

test('names of files come without paths', () => {
  const { stranger, line } = call()
  stranger.write(line, hello, say({ kind: 3, filename: text('../../etc/passwd'), size: 10 }))
  expect(a.mail()).toMatchObject([{ kind: 'filesOffered', name: text('passwd'), size: 10, isProven: false }])
})

test('for an accepted chat only the one who asked is let in, however often others try', () => {
  const { stranger, line } = call()
  stranger.write(line, hello, say({ kind: 2 }))
  const [request] = a.mail()
  if (request?.kind !== 'chatRequested') throw new Error('no request')
  a.wish({ name: 'answerChat', id: request.id, accept: true, reason: text(''), nick: text('ann') })
  const other = new Stranger(town, bobsIp)
  other.connect(a, 1_201)
  expect(other.closed.size).toBe(1)
  expect(a.client.peerDrops.get('wrongAddress')).toBe(1)
  const wrong = stranger.connect(a, 1_201)
  stranger.write(wrong, sealInit({ ...me, uin: cat }, 3))
  expect(stranger.closed.has(wrong)).toBe(true)
  const wordless = stranger.connect(a, 1_201)
  stranger.write(wordless, frame(100, 0, 0, 0, 0xfd, 0xff, 0xff, 0xff))
  expect(stranger.closed.has(wordless)).toBe(true)
  const right = stranger.connect(a, 1_201)
  const greeting = sealPeer(peerPackets.chatHello, {
    code: 100,
    marker: 0xffff_fffd,
    uin: bob,
    nick: text('bob'),
    port: 0,
    foreground: 0,
    background: 0,
    zero: 0,
  })
  stranger.write(right, joined(sealInit(me, 3), greeting))
  expect(stranger.heard.get(right)?.length).toBeGreaterThan(20)
  const late = stranger.connect(a, 1_201)
  expect(stranger.closed.has(late)).toBe(true)
})

test('nothing that a peer sends can throw', () => {
  let seed = 1
  const dice = (n: number) => {
    seed = (seed * 48_271) % 0x7fff_ffff
    return seed % n
  }
  const whole = [
    hello,
    say(),
    say({ kind: 2 }),
    say({ kind: 3, filename: text('x') }),
    say({ command: 'cancel', kind: 2 }),
  ]
  for (let round = 0; round < 300; round++) {
    const { stranger, line } = call(bobsIp + (round % 3))
    const bytes = joined(hello, ...Array.from({ length: 8 }, () => whole[dice(whole.length)]!))
    for (let i = dice(4); i > 0; i--) bytes[dice(bytes.length)] = dice(256)
    stranger.write(line, bytes.subarray(0, dice(bytes.length)), bytes.subarray(dice(bytes.length)))
    stranger.close(line)
  }
  a.news()
  a.send(1, b, 'still here')
  expect(a.mail()).toMatchObject([{ kind: 'messageAccepted' }])
})
