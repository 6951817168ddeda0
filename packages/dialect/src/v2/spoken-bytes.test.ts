import { type Event, type Intent, parseIp4, status, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { bytesOf, hexOf, text } from '../testing/wire.ts'
import { v2Client } from './client-dialect.ts'
import { v2Server } from './server-dialect.ts'

const me = uin(1_234_567)
const friend = uin(7_654_321)
const other = uin(1_111_111)
const ip = (dotted: string): number => parseIp4(dotted)!
const hex = (bytes: string): string => hexOf(bytesOf(bytes))

test.each<[Intent, number, string]>([
  [
    {
      name: 'signOn',
      uin: me,
      password: text('secret'),
      status: status(0x100),
      direct: { port: 1_234, inner: ip('10.0.0.2'), capability: 4, version: 3 },
    },
    2,
    `02 00 E8 03 00 00 87 D6 12 00  D2 04 00 00  07 00 73 65 63 72 65 74 00  72 00 04 00  0A 00 00 02  04
     00 01 00 00  03 00 00 00  02 00  00 00 00 00  04 00 72 00`,
  ],
  [
    { name: 'signOff' },
    0,
    '02 00 38 04 00 00 87 D6 12 00  14 00 42 5F 55 53 45 52 5F 44 49 53 43 4F 4E 4E 45 43 54 45 44 00  05 00',
  ],
  [{ name: 'keepAlive' }, 0, '02 00 2E 04 00 00 87 D6 12 00'],
  [
    { name: 'demandAnswer' },
    0,
    '02 00 38 04 00 00 87 D6 12 00  0E 00 42 5F 4D 45 53 53 41 47 45 5F 41 43 4B 00  05 00',
  ],
  [
    { name: 'register', password: text('efg') },
    2,
    '02 00 FC 03 00 00  02 00  04 00 65 66 67 00  72 00 00 00  00 00 00 00',
  ],
  [{ name: 'openRegistration' }, 0, '02 00 EC 04 00 00'],
  [
    { name: 'announceContacts', uins: [friend, other] },
    0,
    '02 00 06 04 00 00 87 D6 12 00  02  B1 CB 74 00  47 F4 10 00',
  ],
  [{ name: 'announceContacts', uins: [] }, 0, '02 00 06 04 00 00 87 D6 12 00  00'],
  [{ name: 'announceVisibleTo', uins: [friend] }, 0, '02 00 AE 06 00 00 87 D6 12 00  01  B1 CB 74 00'],
  [{ name: 'announceInvisibleTo', uins: [other] }, 0, '02 00 A4 06 00 00 87 D6 12 00  01  47 F4 10 00'],
  [{ name: 'changeStatus', status: status(0x0001_0013) }, 0, '02 00 D8 04 00 00 87 D6 12 00  13 00 01 00'],
  [
    { name: 'sendMessage', to: friend, kind: 1, text: text('Hi\r\nthere') },
    0,
    '02 00 0E 01 00 00 87 D6 12 00  B1 CB 74 00  01 00  0A 00 48 69 0D 0A 74 68 65 72 65 00',
  ],
  [
    { name: 'sendMessage', to: friend, kind: 8, text: text('') },
    0,
    '02 00 0E 01 00 00 87 D6 12 00  B1 CB 74 00  08 00  01 00 00',
  ],
  [{ name: 'fetchStoredMessages' }, 0, '02 00 4C 04 00 00 87 D6 12 00'],
  [{ name: 'confirmStoredMessages' }, 0, '02 00 42 04 00 00 87 D6 12 00'],
])('a client says %j so', (intent, request, bytes) => {
  expect(
    v2Client()
      .speak(intent, request, me)
      .map(({ datagram }) => hexOf(datagram)),
  ).toEqual([hex(bytes)])
})

test.each<[Event, number, string]>([
  [
    { name: 'signedOn', uin: me, outer: ip('205.205.118.16') },
    2,
    `02 00 5A 00 00 00  87 D6 12 00  CD CD 76 10  02 00  01 00 05 00  00 00 00 00  8C 00 00 00  78 00 0A 00
     0A 00 05 00 0A 00  01`,
  ],
  [{ name: 'signOnRefused', uin: me, because: 'password' }, 2, '02 00 64 00 00 00  02 00  87 D6 12 00'],
  [{ name: 'signOnRefused', uin: me, because: 'busy' }, 2, '02 00 FA 00 00 00'],
  [{ name: 'notSignedOn' }, 0, '02 00 F0 00 00 00'],
  [{ name: 'signedOff' }, 0, '02 00 28 00 00 00'],
  [{ name: 'registered', uin: me }, 2, '02 00 46 00 00 00  02 00  87 D6 12 00'],
  [{ name: 'registrationRefused' }, 2, '02 00 FA 00 00 00'],
  [
    {
      name: 'contactOnline',
      uin: friend,
      status: status(0x0001_0005),
      outer: ip('205.205.119.144'),
      direct: { port: 20_543, inner: ip('127.0.0.1'), capability: 4, version: 3 },
    },
    0,
    '02 00 6E 00 00 00  B1 CB 74 00  CD CD 77 90  3F 50 00 00  7F 00 00 01  04  05 00 01 00  03 00 00 00',
  ],
  [
    { name: 'contactStatusChanged', uin: friend, status: status(0x0001_0001) },
    0,
    '02 00 A4 01 00 00  B1 CB 74 00  01 00 01 00',
  ],
  [{ name: 'contactOffline', uin: friend }, 0, '02 00 78 00 00 00  B1 CB 74 00'],
  [{ name: 'contactsAnnounced', uin: me }, 0, '02 00 1C 02 00 00  87 D6 12 00'],
  [
    { name: 'messageArrived', from: friend, kind: 1, text: text('Hello') },
    0,
    '02 00 04 01 00 00  B1 CB 74 00  01 00  06 00 48 65 6C 6C 6F 00',
  ],
  [
    { name: 'storedMessageArrived', from: friend, kind: 4, text: text('x\xfey'), at: Date.UTC(1998, 3, 23, 4, 33, 59) },
    0,
    '02 00 DC 00 00 00  B1 CB 74 00  CE 07 04 17 04 21  04 00  04 00 78 FE 79 00',
  ],
  [{ name: 'storedMessagesEnded', uin: me }, 0, '02 00 E6 00 00 00  87 D6 12 00'],
])('a server tells %j so', (event, request, bytes) => {
  const spoken = v2Server().speak(event, request, { directVersion: 3 })
  expect(spoken.map(({ datagram }) => hexOf(datagram))).toEqual([hex(bytes)])
})

test('acknowledgements of either side are empty and repeat the number', () => {
  expect(hexOf(v2Server().framing.ack(0x1234))).toBe('02 00 0A 00 34 12')
  expect(hexOf(v2Client().framing(me).ack(0x1234))).toBe('02 00 0A 00 34 12 87 D6 12 00')
  expect([v2Server().manners.ackCode, v2Client().manners.ackCode]).toEqual([0x000a, 0x000a])
})

test('a number is written into a sealed datagram without touching anything else', () => {
  const { framing } = v2Server()
  const [{ datagram } = { datagram: new Uint8Array() }] = v2Server().speak({ name: 'contactOffline', uin: friend }, 0, {
    directVersion: 3,
  })
  framing.renumber(datagram, 0xfffe)
  expect(hexOf(datagram)).toBe(hex('02 00 78 00 FE FF  B1 CB 74 00'))
  expect(framing.open(bytesOf('02 00 2E 04 FE FF 87 D6 12 00'))).toMatchObject({
    code: 0x042e,
    sequence: 0xfffe,
    uin: me,
  })
  expect(v2Client().framing(0).open(datagram)).toMatchObject({ code: 0x0078, sequence: 0xfffe })
})
