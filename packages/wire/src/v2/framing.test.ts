import { expect, test } from 'vitest'
import { bytesOf, latin } from '../testing/bytes.ts'
import { clientPackets, serverPackets } from './catalogue.ts'
import { clientFraming, renumber, serverFraming, versionOf } from './framing.ts'

test('a client header has ten bytes, a server header six', () => {
  const fromClient = bytesOf('02 00 2E 04 06 00 87 D6 12 00')
  expect(clientFraming.open(fromClient)).toEqual({
    version: 2,
    code: 0x042e,
    sequence: 6,
    uin: 1234567,
    bytes: fromClient,
    start: 10,
  })
  const fromServer = bytesOf('02 00 FA 00 01 00')
  expect(serverFraming.open(fromServer)).toEqual({
    version: 2,
    code: 0x00fa,
    sequence: 1,
    uin: 0,
    bytes: fromServer,
    start: 6,
  })
})

test('a UIN above 2³¹ stays positive', () => {
  expect(clientFraming.open(bytesOf('02 00 2E 04 06 00 FE FF FF FF'))).toMatchObject({ uin: 0xffff_fffe })
})

test('datagrams that are too short are a fault', () => {
  const fault = { fault: 'truncated', field: 'header', offset: 0, wanted: 6 }
  expect(clientFraming.open(bytesOf(''))).toEqual(fault)
  expect(serverFraming.open(bytesOf('02 00 FA 00 01'))).toEqual(fault)
  expect(clientFraming.open(bytesOf('02 00 2E 04 06 00 87 D6 12'))).toEqual({
    fault: 'truncated',
    field: 'uin',
    offset: 6,
    wanted: 4,
  })
})

test('another version is a fault, and versionOf tells which', () => {
  const datagram = bytesOf('05 00 00 00 00 00 00 00 00 00')
  const fault = { fault: 'version', field: 'version', offset: 0, wanted: 2 }
  expect(clientFraming.open(datagram)).toEqual(fault)
  expect(serverFraming.open(datagram)).toEqual(fault)
  expect(versionOf(datagram)).toBe(5)
  expect(versionOf(bytesOf('05 01'))).toBe(0x0105)
  expect(versionOf(bytesOf('02'))).toBeUndefined()
})

test('three commands of clients have no UIN in the header', () => {
  const registration = { regSeq: 2, password: latin('efg'), build: 0x72, zero: 0 }
  expect(clientFraming.seal(clientPackets.newUserReg, registration, 1, 0)).toHaveLength(22)
  expect(clientFraming.seal(clientPackets.openRegistration, {}, 1, 0)).toEqual(bytesOf('02 00 EC 04 01 00'))
  const preAuth = { connId: 2, uin: 7, password: latin('x') }
  expect(clientFraming.seal(clientPackets.preAuth, preAuth, 1, 7)).toHaveLength(16)
})

test('04EC is accepted with a UIN too', () => {
  expect(clientFraming.open(bytesOf('02 00 EC 04 01 00'))).toMatchObject({ uin: 0, start: 6 })
  expect(clientFraming.open(bytesOf('02 00 EC 04 01 00 87 D6 12 00'))).toMatchObject({ uin: 1234567, start: 10 })
})

test('03FC is accepted under the long header when the short one makes no sense', () => {
  const long = bytesOf('02 00 FC 03 01 00 00 00 00 00 02 00 04 00 65 66 67 00 72 00 00 00 00 00 00 00')
  expect(clientFraming.open(long)).toMatchObject({ uin: 0, start: 10 })
  expect(clientPackets.newUserReg.decode(long, 10)).toMatchObject({ regSeq: 2, password: latin('efg'), build: 0x72 })
  const withoutPassword = bytesOf('02 00 FC 03 01 00 02 00 00 00 72 00 00 00 00 00 00 00')
  expect(clientFraming.open(withoutPassword)).toMatchObject({ start: 6 })
})

test('03FC is taken for the long form only when a password fits where that has one', () => {
  const start = (hex: string, ...junk: number[]) =>
    clientFraming.open(Uint8Array.of(...bytesOf(`02 00 FC 03 01 00 ${hex}`), ...junk))
  const short = { start: 6, uin: 0 }
  expect(start('00 00 01 00 02 00 04 00 65 66 67 00')).toMatchObject({ start: 6 })
  expect(start('05 00 00 00 02 00 04 00 65 66 67 00')).toMatchObject({ start: 10, uin: 5 })
  expect(start('05 00 00 00 02 00 05 00 65 66 67 00')).toMatchObject(short)
  expect(start('02 00 00 00 72 00 05 00 00 00 00 00')).toMatchObject(short)
  expect(start('02 00 04 00 65 66 67 00', ...new Array(150).fill(0))).toMatchObject(short)
  expect(start('02 00 00 00 72 00 05')).toMatchObject(short)
})

test('03F2 has the short header whatever its number', () => {
  const question = bytesOf('02 00 F2 03 01 00 02 00 00 00 13 00 03 00 61 62 00')
  expect(clientFraming.open(question)).toMatchObject({ start: 6, uin: 0 })
  expect(clientPackets.preAuth.decode(question, 6)).toMatchObject({ uin: 0x0013_0000, password: latin('ab') })
})

test('a datagram that could not be sealed leaves nothing behind', () => {
  const incomplete = { to: 1, kind: 1 } as { to: number; kind: number; text: Uint8Array }
  expect(() => clientFraming.seal(clientPackets.sendMessage, incomplete, 1, 7)).toThrow('without text')
  expect(serverFraming.ack(18)).toEqual(bytesOf('02 00 0A 00 12 00'))
})

test('acknowledgements are a header alone', () => {
  expect(clientFraming.ack(11, 1234567)).toEqual(bytesOf('02 00 0A 00 0B 00 87 D6 12 00'))
  expect(serverFraming.ack(18)).toEqual(bytesOf('02 00 0A 00 12 00'))
})

test('a sealed datagram can be given another number', () => {
  const datagram = serverFraming.seal(serverPackets.userOffline, { uin: 1 }, 0)
  renumber(datagram, 0xfedc)
  expect(serverFraming.open(datagram)).toMatchObject({ code: 0x0078, sequence: 0xfedc })
  expect(datagram).toHaveLength(10)
})
