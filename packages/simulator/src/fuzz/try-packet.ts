// What one input must not break: reading never throws, the inspector agrees with the decoder and shows every byte, and what was
// read can be written and read again.
import { v2Client, v2Server } from '@seekyou/dialect'
import {
  clientByCode,
  clientFraming,
  type Dissection,
  dissect,
  type Fault,
  isFault,
  openPeer,
  type PacketValue,
  type PeerChannel,
  type Schema,
  serverByCode,
  serverFraming,
  unknownPacket,
  Writer,
} from '@seekyou/wire'
import { demand } from './broken.ts'
import { type Input, optionsOf } from './input.ts'

/** Tries all readers on one input. Returns what became of it, as `way command field fault`; throws Broken. */
export function tryPacket(input: Input): string {
  const { way, bytes } = input
  const dissection = dissect(bytes, optionsOf(input))
  const { name, result } = way === 'client' || way === 'server' ? readDatagram(way, bytes) : readFrame(way, bytes)
  expectAgreement(dissection, result, bytes)
  if (isFault(result)) return `${way} ${name} ${result.field} ${result.fault}`
  return `${way} ${name} with ${Object.keys(result).length}${'trailing' in result ? ' and more' : ''}`
}

interface Read {
  readonly name: string
  readonly result: PacketValue | Fault
}

const sides = {
  client: { open: clientFraming.open, byCode: clientByCode, hear: v2Server().hear },
  server: { open: serverFraming.open, byCode: serverByCode, hear: v2Client().hear },
} as const

const strangers = { client: unknownPacket(0, 'client'), server: unknownPacket(0, 'server') } as const

function readDatagram(way: 'client' | 'server', bytes: Uint8Array): Read {
  const { open, byCode, hear } = sides[way]
  const frame = open(bytes)
  if (isFault(frame)) return { name: 'header', result: frame }
  hear(frame)
  const schema = byCode(frame.code) ?? strangers[way]
  const result = schema.decode(frame.bytes, frame.start)
  if (!isFault(result)) expectSurvival(schema, result)
  return { name: schema.name, result }
}

function readFrame(channel: PeerChannel, bytes: Uint8Array): Read {
  const opened = openPeer(channel, bytes)
  if (isFault(opened)) return { name: 'frame', result: opened }
  expectSurvival(opened.schema as Schema, opened.value)
  return { name: opened.name, result: opened.value }
}

function expectAgreement({ rows, fault }: Dissection, result: PacketValue | Fault, bytes: Uint8Array): void {
  demand((fault !== undefined) === isFault(result), () => 'the inspector and the decoder do not agree')
  if (isFault(result)) {
    const { fault, offset, wanted } = result
    const isShort = fault !== 'truncated' || offset + wanted > bytes.length
    demand(isShort, () => `${wanted} bytes are wanted at ${offset}, and they are there`)
    return
  }
  const shown = rows.reduce((sum, row) => sum + row.bytes, 0)
  demand(shown === bytes.length, () => `the inspector shows ${shown} of ${bytes.length} bytes`)
}

/** The most UINs that a list can be written with; longer ones are only ever read. */
const listMax = 255
const writer = new Writer()

function expectSurvival(schema: Schema, value: PacketValue): void {
  for (const content of Object.values(value)) if (Array.isArray(content) && content.length > listMax) return
  writer.begin()
  schema.encode(writer, value)
  const again = schema.decode(writer.cut())
  demand(!isFault(again), () => `${schema.name} cannot be read again after it was written`)
  const names = new Set([...Object.keys(value), ...Object.keys(again)])
  for (const name of names) {
    demand(isSame(value[name], again[name]), () => `${schema.name} has another ${name} after it was written`)
  }
}

function isSame(a: unknown, b: unknown): boolean {
  if (!isList(a) || !isList(b)) return a === b
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false
  return true
}

const isList = (value: unknown): value is ArrayLike<number> => value instanceof Uint8Array || Array.isArray(value)
