import {
  clientByCode,
  clientFraming,
  clientPackets,
  dissect,
  isFault,
  openPeer,
  type PacketValue,
  peerPackets,
  type Schema,
  serverByCode,
  serverFraming,
  serverPackets,
  Writer,
} from '@seekyou/wire'
import { describe, expect, test } from 'vitest'
import { clientContacts } from './client-contacts.ts'
import { clientMessages } from './client-messages.ts'
import { clientSigningOn } from './client-signing-on.ts'
import type { GoldenDatagram, GoldenFrame } from './golden.ts'
import { peerMessages } from './peer-messages.ts'
import { peerRequests } from './peer-requests.ts'
import { peerSessions } from './peer-sessions.ts'
import { serverContacts } from './server-contacts.ts'
import { serverMessages } from './server-messages.ts'
import { serverSigningOn } from './server-signing-on.ts'

const clientGolden = [...clientSigningOn, ...clientContacts, ...clientMessages]
const serverGolden = [...serverSigningOn, ...serverContacts, ...serverMessages]
const peerGolden = [...peerMessages, ...peerRequests, ...peerSessions]

test('there are ninety, and no two share a name', () => {
  expect([clientGolden.length, serverGolden.length, peerGolden.length]).toEqual([42, 27, 21])
  const ids = [...clientGolden, ...serverGolden, ...peerGolden].map(({ id }) => id)
  expect(new Set(ids).size).toBe(90)
  expect(clientGolden.filter(({ rewritten }) => rewritten).map(({ id }) => id)).toEqual([
    'C07',
    'C17',
    'C18',
    'C09',
    'C24',
  ])
})

describe.each(clientGolden)('$id, $packet from a client, $provenance', (golden) => {
  const bytes = bytesOf(golden.bytes)

  test('is opened and decoded', () => {
    const frame = clientFraming.open(bytes)
    expect(frame).toMatchObject({ version: 2, ...golden.header })
    if (isFault(frame)) return
    const schema = clientByCode(frame.code)
    expect(schema?.name).toBe(golden.packet)
    expect(schema?.decode(frame.bytes, frame.start)).toEqual(packetOf(golden, schema!))
  })

  test(golden.rewritten ? 'is written canonically' : 'is written to the same bytes', () => {
    const schema = schemaOf(clientPackets, golden)
    const sealed = clientFraming.seal(schema, packetOf(golden, schema), golden.header.sequence, golden.header.uin)
    if (golden.rewritten) expectRewritten(schema, clientFraming.open(sealed), golden)
    else expect(hexOf(sealed)).toBe(hexOf(bytes))
  })

  test('is dissected', () => expectDissected(bytes, golden, 'client'))
})

describe.each(serverGolden)('$id, $packet from a server, $provenance', (golden) => {
  const bytes = bytesOf(golden.bytes)

  test('is opened and decoded', () => {
    const frame = serverFraming.open(bytes)
    expect(frame).toMatchObject({ version: 2, ...golden.header })
    if (isFault(frame)) return
    const schema = serverByCode(frame.code)
    expect(schema?.name).toBe(golden.packet)
    expect(schema?.decode(frame.bytes, frame.start)).toEqual(packetOf(golden, schema!))
  })

  test('is written to the same bytes', () => {
    const schema = schemaOf(serverPackets, golden)
    expect(hexOf(serverFraming.seal(schema, packetOf(golden, schema), golden.header.sequence))).toBe(hexOf(bytes))
  })

  test('is dissected', () => expectDissected(bytes, golden, 'server'))
})

describe.each(peerGolden)('$id, $packet from a peer, $provenance', (golden) => {
  const bytes = bytesOf(golden.bytes)
  const schema = schemaOf(peerPackets, golden)

  test('is recognised and decoded', () => {
    expect(openPeer(golden.channel, bytes)).toMatchObject({ name: golden.packet, value: packetOf(golden, schema) })
  })

  test('is written to the same bytes', () => {
    const writer = new Writer()
    schema.encode(writer, packetOf(golden, schema))
    expect(hexOf(writer.cut())).toBe(hexOf(bytes))
  })

  test('is dissected', () => expectDissected(bytes, golden, 'peer'))
})

function expectDissected(bytes: Uint8Array, golden: GoldenDatagram | GoldenFrame, from: 'client' | 'server' | 'peer') {
  const channel = 'channel' in golden ? golden.channel : 'message'
  const dissection = dissect(bytes, { from, channel })
  expect(dissection).toMatchObject({ from, name: golden.packet })
  expect(dissection.fault).toBeUndefined()
  expect(Object.keys(dissection.fields)).toEqual(Object.keys(golden.fields))
  const covered = dissection.rows.map(({ hex }) => hex).filter((hex) => hex !== '')
  expect(covered.join(' ')).toBe(hexOf(bytes))
  expect(JSON.parse(JSON.stringify(dissection))).toEqual(dissection)
}

/** The canonical bytes differ from the golden ones, and mean the same apart from what trailed. */
function expectRewritten(schema: Schema, frame: ReturnType<typeof clientFraming.open>, golden: GoldenDatagram) {
  if (isFault(frame)) throw new Error('a sealed datagram cannot be opened')
  expect(hexOf(frame.bytes)).not.toBe(hexOf(bytesOf(golden.bytes)))
  expect(schema.decode(frame.bytes, frame.start)).toEqual(packetOf(golden, schema))
}

function schemaOf(schemas: object, { packet }: { packet: string }): Schema {
  return (schemas as Record<string, Schema>)[packet]!
}

/** The golden's fields as the schema's values. */
function packetOf({ fields }: GoldenDatagram | GoldenFrame, schema: Schema): PacketValue {
  const types = new Map(schema.fields.map(({ name, field }) => [name, field.type]))
  return Object.fromEntries(
    Object.entries(fields).map(([name, content]) => {
      if (typeof content !== 'string') return [name, content]
      const type = types.get(name) ?? 'bytes'
      return [name, type === 'ip4' ? ipOf(content) : type === 'text' ? latin(content) : bytesOf(content)]
    }),
  )
}

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const bytesOf = (hex: string) => Uint8Array.from(hex.trim().split(/\s+/), (pair) => Number.parseInt(pair, 16))
const hexOf = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ')
const ipOf = (dotted: string) => dotted.split('.').reduce((ip, octet) => ip * 256 + Number(octet), 0)
