// Programs of the time at the other end (docs/protocol/peer.md).
import { beforeEach, expect, test } from 'vitest'
import { ann, bob, text } from '../testing/fake-server.ts'
import { type Citizen, Stranger, Town } from '../testing/town.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.fromHex(hex.replaceAll(/\s/g, ''))
const framed = (hex: string): Uint8Array => {
  const body = bytes(hex)
  return Uint8Array.of(body.length & 255, body.length >> 8, ...body)
}

let town: Town
let a: Citizen
/** Bob's program, which is none of ours. */
let program: Stranger

beforeEach(() => {
  town = new Town()
  a = town.add(ann, { outer: 0x0a000001, inner: 0xc0a80001, contacts: [bob] })
  a.signOn()
  program = new Stranger(town, 0x0a000002)
  program.listen(4_000)
  const direct = { port: 4_000, inner: 0x7f000001, capability: 4, version: 2 }
  a.hear({ name: 'contactOnline', uin: bob, status: 0 as never, outer: 0x0a000002, direct })
  town.settle()
  a.news()
})

/** What our client has said, as hexadecimal frames; emptied. */
function heard(line: number): string[] {
  const run = Uint8Array.from(program.heard.get(line) ?? [])
  program.heard.delete(line)
  const frames: string[] = []
  for (let at = 0; at < run.length; ) {
    const end = at + 2 + run[at]! + 256 * run[at + 1]!
    frames.push(run.subarray(at + 2, end).toHex())
    at = end
  }
  return frames
}

const annsUin = 'e9030000'
const bobsUin = 'ea030000'
/** Between the text and the sequence: addresses, port, capability, status, flags. */
const tail = (status = '0000', flags = '0000') => `0a000002 0a000002 a00f0000 04 ${status} ${flags}`

test('a program of version 2 is spoken to in version 2, and its answer may have more behind it', () => {
  const b = { uin: bob } as Citizen
  a.send(1, b, 'Hi')
  const [line] = program.callers as [number]
  const [init, message] = heard(line)
  expect(init).toBe(`ff02000000 00000000 ${annsUin} 0a000001 c0a80001 04 b0040000`.replaceAll(' ', ''))
  expect(message).toBe(
    `${annsUin} 0200 ee07 0000 ${annsUin} 0100 0300486900 0a000001 c0a80001 b0040000 04 0000 1000 feffffff`.replaceAll(
      ' ',
      '',
    ),
  )
  program.write(line, framed(`${bobsUin} 0200 da07 0000 ${bobsUin} 0100 010000 ${tail()} feffffff 4c 4600`))
  expect(a.mail()).toEqual([{ kind: 'messageAccepted', id: 1, via: 'peer' }])
  a.send(2, b, 'Hi')
  expect(heard(line)[0]?.slice(-8)).toBe('fdffffff')
})

test('a program that counts upwards is answered under its own numbers, over the same connection', () => {
  const line = program.connect(a, 1_200)
  program.write(line, framed(`ff02000000 00000000 ${bobsUin} 0a000002 7f000001 04 a00f0000`))
  program.write(
    line,
    framed(`${bobsUin} 0200 ee07 0000 ${bobsUin} 0100 0300486900 ${tail('0000', '1000')} 01000000 4c 4600`),
  )
  expect(heard(line)).toEqual([
    `${annsUin} 0200 da07 0000 ${annsUin} 0100 010000 0a000001 c0a80001 b0040000 04 0000 0000 01000000`.replaceAll(
      ' ',
      '',
    ),
  ])
  expect(a.mail()).toMatchObject([{ news: { name: 'peerMessageArrived', text: text('Hi'), isProven: true } }])
  a.send(1, { uin: bob } as Citizen, 'Hi')
  expect(heard(line)).toHaveLength(1)
  expect(program.callers).toEqual([])
})

test.each([
  ['0100', 'refused'],
  ['0200', 'refused'],
  ['0900', 'occupied'],
  ['0a00', 'doNotDisturb'],
])('status %s of an answer gives a message back: %s', (status, because) => {
  a.send(1, { uin: bob } as Citizen, 'Hi')
  const [line] = program.callers as [number]
  program.write(line, framed(`${bobsUin} 0200 da07 0000 ${bobsUin} 0100 03006e6f00 ${tail(status)} feffffff`))
  expect(a.mail()).toEqual([{ kind: 'messageReturned', id: 1, because, text: text('no') }])
})

test('of two acceptances the first one counts, and of two ports the one that is there', () => {
  a.wish({ name: 'requestChat', id: 1, to: bob, reason: text(''), nick: text('ann') })
  const [line] = program.callers as [number]
  program.listen(5_000)
  const accepted = `${bobsUin} 0300 da07 0000 ${bobsUin} 0200 010000 ${tail()} 010000 1388 0000 00000000 feffffff`
  program.write(line, framed(accepted), framed(accepted))
  expect(program.callers).toHaveLength(2)
  expect(a.mail()).toEqual([])
  const [init, hello] = heard(program.callers[1]!)
  expect(init).toMatch(/^ff03000000/)
  expect(hello).toMatch(/^64000000fdffffff/)
})

test('an away text is asked for with the kind that fits the status', () => {
  for (const [status, kind] of Object.entries({ 1: 'e803', 17: 'e903', 5: 'ea03', 19: 'eb03', 32: 'ec03' })) {
    a.hear({ name: 'contactStatusChanged', uin: bob, status: Number(status) as never })
    town.settle()
    a.wish({ name: 'askAwayText', id: 1, uin: bob })
    expect(heard(program.callers[0]!).at(-1)?.slice(28, 32)).toBe(kind)
  }
})
