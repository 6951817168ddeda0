import { type Event, status, uin } from '@seekyou/language'
import { serverManners } from '@seekyou/link'
import { expect, test } from 'vitest'
import { hexOf, text } from '../testing/wire.ts'
import { v2Server } from './server-dialect.ts'

const server = v2Server()
const me = uin(1_234_567)
const friend = uin(7_654_321)
const direct = { port: 0, inner: 0, capability: 6, version: 3 }
const today = { directVersion: 3 }

const arrived: Event = { name: 'messageArrived', from: friend, kind: 1, text: text('a') }
const stored: Event = { name: 'storedMessageArrived', from: friend, kind: 1, text: text('a'), at: 0 }
const online: Event = { name: 'contactOnline', uin: friend, status: status(0), outer: 0, direct }
const changed: Event = { name: 'contactStatusChanged', uin: friend, status: status(0) }
const offline: Event = { name: 'contactOffline', uin: friend }

const manner = (event: Event) => {
  const [{ patience, lane, alone } = { patience: undefined, lane: undefined, alone: undefined }] = server.speak(
    event,
    0,
    today,
  )
  return { patience, lane, alone }
}

test('the answer to a sign-on goes alone and is not fought for', () => {
  expect(manner({ name: 'signedOn', uin: me, outer: 0 })).toEqual({ patience: 'opening', lane: 0, alone: true })
})

test('messages are never given up; those of one sender go one at a time, stored ones in a row', () => {
  expect(manner(arrived)).toEqual({ patience: 'message', lane: friend, alone: false })
  expect(manner(stored)).toEqual({ patience: 'message', lane: 0, alone: false })
})

test('news about one contact goes one at a time, and not in the way of that contact’s messages', () => {
  for (const event of [online, changed, offline]) {
    expect(manner(event)).toEqual({ patience: 'brisk', lane: -friend, alone: false })
  }
})

test('end marks are tried again soon', () => {
  expect(manner({ name: 'contactsAnnounced', uin: me })).toEqual({ patience: 'brisk', lane: 0, alone: false })
  expect(manner({ name: 'storedMessagesEnded', uin: me })).toEqual({ patience: 'brisk', lane: 0, alone: false })
})

test.each<Event>([
  { name: 'signOnRefused', uin: me, because: 'password' },
  { name: 'signOnRefused', uin: me, because: 'busy' },
  { name: 'notSignedOn' },
  { name: 'signedOff' },
  { name: 'registered', uin: me },
  { name: 'registrationRefused' },
])('%j is said once, because some clients never acknowledge it', (event) => {
  expect(manner(event).patience).toBe('once')
})

test.each([
  [0x0000, 0x0000],
  [0x0001, 0x0001],
  [0x0005, 0x0001],
  [0x0011, 0x0011],
  [0x0013, 0x0011],
  [0x0020, 0x0000],
  [0x0100, 0x0100],
  [0x8001_0105, 0x8001_0101],
  [0x0002_0013, 0x0002_0011],
])('COMPAT ICQ 1.1x: the status %i is %i to the oldest clients', (now, then) => {
  const statusTo = (event: Event, directVersion: number) => {
    const [{ datagram } = { datagram: new Uint8Array(64) }] = server.speak(event, 0, { directVersion })
    const at = event.name === 'contactOnline' ? 23 : 10
    return new DataView(datagram.buffer, datagram.byteOffset).getUint32(at, true)
  }
  for (const event of [
    { ...online, status: status(now) },
    { ...changed, status: status(now) },
  ] as Event[]) {
    expect(statusTo(event, 2)).toBe(then)
    for (const version of [0, 3, 4]) expect(statusTo(event, version)).toBe(now)
  }
})

test.each<[Event, number, string]>([
  [{ name: 'notSignedOn' }, 0x2a, '02 00 F0 00 2A 00'],
  [{ name: 'signOnRefused', uin: me, because: 'busy' }, 0x2a, '02 00 FA 00 2A 00'],
  [{ name: 'registrationRefused' }, 0x2a, '02 00 FA 00 2A 00'],
  [{ name: 'registered', uin: me }, 0x2a, '02 00 46 00 2A 00 02 00 87 D6 12 00'],
  [{ name: 'signOnRefused', uin: me, because: 'password' }, 0x2a, '02 00 64 00 00 00 02 00 87 D6 12 00'],
])('a stranger is told %j under the number of what they sent; a refused password under 0', (event, sequence, bytes) => {
  expect(hexOf(server.answerStranger(event, 2, sequence)!)).toBe(bytes)
})

test('the numbers of its links can be chosen', () => {
  expect(v2Server({ ...serverManners, silenceMs: 7 }).manners).toMatchObject({ silenceMs: 7, ackCode: 0x000a })
})
