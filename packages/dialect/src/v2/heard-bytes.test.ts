import { expect, test } from 'vitest'
import { bytesOf, fromClient, fromServer, text } from '../testing/wire.ts'
import { v2Client } from './client-dialect.ts'
import { v2Server } from './server-dialect.ts'

const server = v2Server()
const client = v2Client()
const heard = (bytes: string) => server.hear(fromClient(bytes))
const intent = (name: string, content: object = {}) => ({ intent: { name, ...content }, request: 0 })

const header = (code: string) => `02 00 ${code} 09 00 87 D6 12 00 `
const disconnected = '42 5F 55 53 45 52 5F 44 49 53 43 4F 4E 4E 45 43 54 45 44'
const messageAck = '42 5F 4D 45 53 53 41 47 45 5F 41 43 4B'

test.each([
  ['of the right length', '14 00', '00 05 00'],
  ['COMPAT Program D: of 32 bytes', '20 00', '00 05 00'],
  ['COMPAT IsecQ: of 19 bytes', '13 00', '00 05 00'],
  ['with another code', '14 00', '00 04 00'],
  ['without a NUL', '13 00', '05 00'],
  ['of a length of 0', '00 00', '00 05 00'],
])('a sign-off %s is heard', (_, length, end) => {
  expect(heard(`${header('38 04')} ${length} ${disconnected} ${end}`)).toEqual(intent('signOff'))
})

test.each(['0E 00', '20 00', '0D 00'])('a demand for an answer with the length %s is heard', (length) => {
  expect(heard(`${header('38 04')} ${length} ${messageAck} 00 05 00`)).toEqual(intent('demandAnswer'))
})

test('other words under the same command are not understood, and held against nobody', () => {
  expect(heard(`${header('38 04')} 04 00 41 42 43 00 05 00`)).toBe('unknown')
  expect(heard(`${header('38 04')} 14 00 ${disconnected.replace('42', '62')} 00 05 00`)).toBe('unknown')
})

test('COMPAT IsecQ: a number that is too high may have been turned round', () => {
  const turned = { intent: { name: 'requestInfo', uin: 0xb1cb_7400, otherwise: 7_654_321 }, request: 0xbefc }
  expect(heard(`${header('60 04')} FC BE 00 74 CB B1`)).toEqual(turned)
  const plain = { intent: { name: 'requestExtInfo', uin: 7_654_321 }, request: 0xbefc }
  expect(heard(`${header('6A 04')} FC BE B1 CB 74 00`)).toEqual(plain)
})

test.each([
  ['turned round', '00 74 CB B1', 7_654_321],
  ['as it is', 'B1 CB 74 00', 7_654_321],
  ['the highest of 1998', 'FF FF FF 07', 0x07ff_ffff],
  ['a higher one that cannot have been turned', '08 00 00 08', 0x0800_0008],
  ['one that would be the server’s own', '00 00 00 08', 0x0800_0000],
  ['all of whose bytes are high', 'FF FF FF FF', 0xffff_ffff],
])('COMPAT ICQ 99b: the sender of a message, %s', (_, from, uin) => {
  const message = { event: { name: 'messageArrived', from: uin, kind: 1, text: text('Hello') }, request: 0 }
  expect(client.hear(fromServer(`02 00 04 01 00 00 ${from} 01 00 06 00 48 65 6C 6C 6F 00`))).toEqual(message)
})

test('0456 says the same as 010E', () => {
  const body = 'A7 B8 19 00 08 00 01 00 00'
  const message = intent('sendMessage', { to: 1_685_671, kind: 8, text: text('') })
  expect(heard(header('56 04') + body)).toEqual(message)
  expect(heard(header('0E 01') + body)).toEqual(message)
})

test('both keep-alives say the same, and junk after a command means nothing', () => {
  expect(heard(header('2E 04'))).toEqual(intent('keepAlive'))
  expect(heard(header('1E 05'))).toEqual(intent('keepAlive'))
  expect(heard(`${header('4C 04')} 13 00 05 00`)).toEqual(intent('fetchStoredMessages'))
})

test('a text ends at its NUL, whatever its length says', () => {
  const hello = { to: 7_654_321, kind: 1, text: text('Hello') }
  expect(heard(`${header('0E 01')} B1 CB 74 00 01 00 05 00 48 65 6C 6C 6F 00`)).toEqual(intent('sendMessage', hello))
  expect(heard(`${header('0E 01')} B1 CB 74 00 01 00 08 00 48 65 6C 6C 6F 00 21 00`)).toEqual(
    intent('sendMessage', hello),
  )
})

test.each([
  ['06 04', 'announceContacts'],
  ['AE 06', 'announceVisibleTo'],
  ['A4 06', 'announceInvisibleTo'],
])('zeros in the list of %s name nobody', (code, name) => {
  expect(heard(`${header(code)} 03 B1 CB 74 00 00 00 00 00 47 F4 10 00`)).toEqual(
    intent(name, { uins: [7_654_321, 1_111_111] }),
  )
  expect(heard(`${header(code)} 00`)).toEqual(intent(name, { uins: [] }))
})

test('a list may be counted in two bytes', () => {
  expect(heard(`${header('06 04')} 02 00 B1 CB 74 00 47 F4 10 00`)).toEqual(
    intent('announceContacts', { uins: [7_654_321, 1_111_111] }),
  )
})

test('COMPAT mICQ: of a port only the low 16 bits count', () => {
  const login = `02 00 E8 03 01 00 87 D6 12 00 04 03 01 00 07 00 73 65 63 72 65 74 00 72
    00 04 00 0A 00 00 02 06 00 00 00 00 03 00 00 00 02 00 00 00 00 00 04 00 72 00`
  expect(heard(login)).toEqual({
    intent: {
      name: 'signOn',
      uin: 1_234_567,
      password: text('secret'),
      status: 0,
      direct: { port: 0x0304, inner: 0x0a00_0002, capability: 6, version: 3 },
    },
    request: 2,
  })
})

test('a sign-on that ends after the password is understood', () => {
  expect(heard(`${header('E8 03')} 00 00 00 00 07 00 73 65 63 72 65 74 00`)).toEqual({
    intent: {
      name: 'signOn',
      uin: 1_234_567,
      password: text('secret'),
      status: 0,
      direct: { port: 0, inner: 0, capability: 6, version: 0 },
    },
    request: 0,
  })
})

test('COMPAT mICQ, icqlib: a registration whose password has no NUL is understood', () => {
  expect(heard('02 00 FC 03 01 00 02 00 03 00 65 66 67 72 00 00 00 00 00 00 00')).toEqual({
    intent: { name: 'register', password: text('efg') },
    request: 2,
  })
})

test('a body that is cut short is a fault, a command without a meaning is unknown', () => {
  expect(heard(`${header('0E 01')} B1 CB`)).toMatchObject({ fault: 'truncated', field: 'to' })
  expect(heard(`${header('E8 03')} 00 00 00 00 40 00 73`)).toMatchObject({ fault: 'truncated', field: 'password' })
  expect(heard(`${header('4A 06')} 0A 00 8F 76 20 00`)).toBe('unknown')
  expect(heard(header('FF FF'))).toBe('unknown')
  expect(heard(header('00 00'))).toBe('unknown')
  expect(client.hear(fromServer('02 00 04 01 00 00 B1'))).toMatchObject({ fault: 'truncated' })
  expect(client.hear(fromServer('02 00 C2 01 00 00'))).toBe('unknown')
})

test('a client hears the captured answer to a sign-on, and the oldest description of it', () => {
  const captured = `02 00 5A 00 00 00 8F 76 20 00 CD CD 76 10 02 00 01 00 05 00 00 00 00 00
    8C 00 00 00 F0 00 0A 00 0A 00 05 00 0A 00 01`
  const signedOn = { event: { name: 'signedOn', uin: 2_127_503, outer: 0xcdcd_7610 }, request: 2 }
  expect(client.hear(fromServer(captured))).toEqual(signedOn)
  expect(client.hear(fromServer(captured.replace(/ 01$/, '')))).toEqual(signedOn)
})

test('only what begins a conversation opens', () => {
  const opening = [0x03e8, 0x03f2, 0x03fc, 0x04ec]
  const others = [0x000a, 0x010e, 0x0406, 0x042e, 0x0438, 0x0442, 0x044c, 0x046a, 0x04d8, 0x0000, 0xffff]
  expect(opening.filter((code) => !server.opens(code))).toEqual([])
  expect(others.filter((code) => server.opens(code))).toEqual([])
})

test('a datagram of another version is not opened', () => {
  expect(server.framing.open(bytesOf('03 00 2E 04 09 00 87 D6 12 00'))).toMatchObject({ fault: 'version' })
  expect(server.framing.open(bytesOf('02 00 2E'))).toMatchObject({ fault: 'truncated' })
})
