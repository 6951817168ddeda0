// How chats and transfers come about, and how they do not. What happens in them is told in the tests of their sessions.
import { beforeEach, expect, test } from 'vitest'
import { ann, bob, text } from '../testing/fake-server.ts'
import { type Citizen, Town } from '../testing/town.ts'

let town: Town
let a: Citizen
let b: Citizen

beforeEach(() => {
  town = new Town()
  a = town.add(ann, { outer: 0x0a000001, inner: 0xc0a80001, contacts: [bob] })
  b = town.add(bob, { outer: 0x0a000002, inner: 0xc0a80002, contacts: [ann] })
  a.signOn()
  b.signOn()
  a.news()
  b.news()
})

const nothing = text('')
const request = (id = 1) => a.wish({ name: 'requestChat', id, to: bob, reason: text('hello?'), nick: text('ann') })
const decide = (accept: boolean, id = -1) =>
  b.wish({ name: 'answerChat', id, accept, reason: text('busy'), nick: text('bob') })
const files = [
  { name: text('one.txt'), size: 5 },
  { name: text('two.txt'), size: 3 },
]
const offer = (id = 1) =>
  a.wish({ name: 'offerFiles', id, to: bob, description: text('two files'), nick: text('ann'), files })
const decideFiles = (accept: boolean, bytesMax?: number) =>
  b.wish({
    name: 'answerFiles',
    id: -1,
    accept,
    reason: text('no thanks'),
    nick: text('bob'),
    ...(bytesMax !== undefined && { bytesMax }),
  })

const chatEnded = (id: number, because: string, reason = nothing) => [{ kind: 'chatEnded', id, because, reason }]
const filesEnded = (id: number, because: string, reason = nothing) => [{ kind: 'filesEnded', id, because, reason }]

test('a chat that is agreed on begins, carries what is typed in both directions, and ends', () => {
  request()
  expect(b.mail()).toEqual([{ kind: 'chatRequested', id: -1, from: ann, isProven: true, reason: text('hello?') }])
  decide(true)
  expect(a.mail()).toMatchObject([{ kind: 'chatBegan', id: 1, nick: text('bob') }])
  expect(b.mail()).toMatchObject([{ kind: 'chatBegan', id: -1, nick: text('ann') }])
  a.wish({ name: 'type', id: 1, strokes: [{ name: 'typed', text: text('hi') }] })
  b.wish({ name: 'type', id: -1, strokes: [{ name: 'typed', text: text('ho') }] })
  expect(b.mail()).toEqual([{ kind: 'stroked', id: -1, strokes: [{ name: 'typed', text: text('hi') }] }])
  expect(a.mail()).toEqual([{ kind: 'stroked', id: 1, strokes: [{ name: 'typed', text: text('ho') }] }])
  expect(town.tcp.connections).toBe(4)
  a.wish({ name: 'leaveChat', id: 1 })
  expect(a.mail()).toMatchObject(chatEnded(1, 'left'))
  expect(b.mail()).toMatchObject(chatEnded(-1, 'left'))
  expect(town.tcp.connections).toBe(2)
  // The number is free again, and the port too.
  request()
  decide(true)
  expect(a.mail()).toMatchObject([])
  decide(true, -2)
  expect(a.mail()).toMatchObject([{ kind: 'chatBegan', id: 1 }])
})

test('a refusal carries its reason', () => {
  request()
  decide(false)
  expect(a.mail()).toEqual(chatEnded(1, 'refused', text('busy')))
  offer()
  decideFiles(false)
  expect(a.mail()).toEqual(filesEnded(1, 'refused', text('no thanks')))
  expect(b.mail()).toMatchObject([
    { kind: 'chatRequested' },
    { kind: 'chatEnded', id: -1, because: 'refused' },
    { kind: 'filesOffered' },
    { kind: 'filesEnded', id: -1, because: 'refused' },
  ])
})

test('a request can be taken back until it is decided', () => {
  request()
  offer()
  b.mail()
  a.wish({ name: 'leaveChat', id: 1 })
  a.wish({ name: 'cancelFiles', id: 1 })
  expect(a.mail()).toEqual([...chatEnded(1, 'cancelled'), ...filesEnded(1, 'cancelled')])
  expect(b.mail()).toEqual([...chatEnded(-1, 'cancelled'), ...filesEnded(-1, 'cancelled')])
  decide(true)
  expect(b.mail()).toEqual([])
})

test.each([
  ['occupied', 0x11],
  ['do not disturb', 0x13],
])('nobody is asked who is %s', (_, word) => {
  b.wish({ name: 'setAwayText', text: text('Not now') })
  b.setStatus(word)
  a.mail()
  request()
  offer()
  expect(a.mail()).toEqual([...chatEnded(1, 'refused', text('Not now')), ...filesEnded(1, 'refused', text('Not now'))])
  expect(b.mail()).toEqual([])
})

test('neither chats nor files ever go through the server', () => {
  town.tcp.silent.add(0x0a000002)
  request()
  offer()
  town.pass(30_000)
  expect(a.mail()).toEqual([...chatEnded(1, 'unreachable'), ...filesEnded(1, 'unreachable')])
  b.wish({ name: 'signOff' })
  a.hear({ name: 'contactOffline', uin: bob })
  town.settle()
  a.mail()
  request()
  expect(a.mail()).toEqual(chatEnded(1, 'unreachable'))
  expect(a.posted).toEqual([])
})

test('a person may take their time to decide, but not for ever', () => {
  request()
  town.pass(3 * 60 * 60_000)
  decide(true)
  expect(a.mail()).toMatchObject([{ kind: 'chatBegan' }])
  request(2)
  town.pass(4 * 60 * 60_000)
  expect(a.mail().at(-1)).toMatchObject({ kind: 'chatEnded', id: 2, because: 'unreachable' })
  expect(b.mail().at(-1)).toMatchObject({ kind: 'chatEnded', id: -2, because: 'cancelled' })
})

test('whoever was accepted and does not come is waited for a minute', () => {
  request()
  b.mail()
  town.tcp.silent.add(0x0a000002)
  decide(true)
  town.pass(29_999)
  expect(a.mail()).toEqual([])
  town.pass(1)
  expect(a.mail()).toEqual(chatEnded(1, 'unreachable'))
  town.pass(30_000)
  expect(b.mail()).toEqual(chatEnded(-1, 'unreachable'))
})

test('without a port for it a chat is refused', () => {
  request()
  b.mail()
  for (let port = 1_201; port <= 1_300; port++) town.tcp.do(b, { kind: 'listen', listener: port, ports: [port, port] })
  decide(true)
  expect(b.mail()).toEqual(chatEnded(-1, 'unreachable'))
  expect(a.mail()).toEqual(chatEnded(1, 'refused'))
})

test('when the message connection breaks before anything is decided, both know', () => {
  request()
  b.mail()
  town.tcp.breakAll()
  town.settle()
  expect(a.mail()).toEqual(chatEnded(1, 'unreachable'))
  expect(b.mail()).toEqual(chatEnded(-1, 'cancelled'))
})

test('files are written where they were read from, one after the other', () => {
  const contents = ['12345', 'abc']
  const written = ['', '']
  const finished: string[] = []
  town.onDisk = (citizen, order) => {
    const { transfer, file } = order
    const say = (input: Parameters<Citizen['tell']>[0]) => town.later(() => citizen.tell(input))
    if (order.kind === 'readFile') {
      const bytes = text(contents[file]!.slice(order.at, order.at + order.length))
      say({ kind: 'fileRead', transfer, file, bytes })
    } else if (order.kind === 'openFile') say({ kind: 'fileOpened', transfer, file, at: 0 })
    else if (order.kind === 'writeFile') {
      written[file] += String.fromCharCode(...order.bytes)
      say({ kind: 'fileWritten', transfer, file })
    } else finished.push(`${order.kind} ${file}`)
  }
  offer()
  expect(b.mail()).toEqual([
    {
      kind: 'filesOffered',
      id: -1,
      from: ann,
      isProven: true,
      name: text('one.txt'),
      size: 8,
      description: text('two files'),
    },
  ])
  decideFiles(true)
  town.pass(10_000)
  expect(written).toEqual(contents)
  expect(finished).toEqual(['finishFile 0', 'finishFile 1'])
  expect(a.mail().at(-1)).toMatchObject({ kind: 'filesEnded', id: 1, because: 'done' })
  expect(b.mail().at(-1)).toMatchObject({ kind: 'filesEnded', id: -1, because: 'done' })
  expect(town.tcp.connections).toBe(2)
})

test('more than the user allows is not taken', () => {
  town.onDisk = (citizen, { kind, transfer, file }) => {
    if (kind === 'openFile') town.later(() => citizen.tell({ kind: 'fileOpened', transfer, file, at: 0 }))
  }
  offer()
  decideFiles(true, 4)
  town.pass(60_000)
  expect(b.mail().at(-1)).toMatchObject({ kind: 'filesEnded', because: 'tooLarge' })
})

test('what is wished about a chat or a transfer that is over is ignored', () => {
  a.wish({ name: 'type', id: 5, strokes: [] })
  a.wish({ name: 'leaveChat', id: 5 })
  a.wish({ name: 'skipFile', id: 5 })
  a.wish({ name: 'answerChat', id: -5, accept: true, reason: nothing, nick: nothing })
  a.wish({ name: 'answerFiles', id: -5, accept: false, reason: nothing, nick: nothing })
  expect(a.mail()).toEqual([])
})

test('a program that makes no sense is told so', () => {
  request()
  expect(() => request()).toThrow('id of its own')
  const empty = { name: 'offerFiles', id: 2, to: bob, description: nothing, nick: nothing } as const
  expect(() => a.wish({ ...empty, files: [] })).toThrow('at least one file')
  expect(() => a.wish({ ...empty, files: [{ name: text('x'), size: 2 ** 32 }] })).toThrow('4294967295')
})

test('whoever signs off leaves every chat and every transfer', () => {
  request()
  decide(true)
  request(2)
  offer()
  a.mail()
  b.mail()
  a.wish({ name: 'signOff' })
  expect(a.mail().filter((one) => one.kind.endsWith('nded'))).toMatchObject([
    { kind: 'chatEnded', id: 1, because: 'left' },
    { kind: 'chatEnded', id: 2, because: 'cancelled' },
    { kind: 'filesEnded', id: 1, because: 'cancelled' },
  ])
  expect(b.mail().filter((one) => one.kind.endsWith('nded'))).toHaveLength(3)
  expect(town.tcp.connections).toBe(0)
})
