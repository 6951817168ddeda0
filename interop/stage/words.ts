// Packets in words, for people: `deliveredMessage 4 from=1002 kind=1 text="hi"`. Names are those of the catalogue. A text is in
// quotes and Latin-1, so the separator FE is the letter þ, and \x03 is a byte by its number; "ab"×3 repeats it.
import {
  clientByCode,
  clientFraming,
  clientPackets,
  isFault,
  type PacketValue,
  type Schema,
  serverByCode,
  serverFraming,
  serverPackets,
} from '@seekyou/wire'
import type { FieldValue, Words } from './play.ts'

type Side = 'client' | 'server'

const books = {
  client: { packets: clientPackets, byCode: clientByCode, open: clientFraming.open },
  server: { packets: serverPackets, byCode: serverByCode, open: serverFraming.open },
} as const

/** Where the header of a client names the speaker; written like a field of the packet. */
const speaker = 'by'

/** Reads words. Throws an Error that says what is wrong. */
export function parseWords(text: string, side: Side): Words {
  const [, name = '', number, rest = ''] =
    /^(\w+)(?:\s+(\d+))?((?:\s+\w+=(?:"(?:[^"\\]|\\.)*"\S*|\S+))*)$/.exec(text) ?? []
  if (name === '') throw new Error(`"${text}" is no packet: write NAME NUMBER field=value …`)
  const schema = schemaOf(name, side)
  const fields = new Map<string, FieldValue>()
  for (const [, field = '', value = ''] of rest.matchAll(/(\w+)=("(?:[^"\\]|\\.)*"\S*|\S+)/g)) {
    fields.set(field, parseValue(value, typeOf(schema, field)))
  }
  return { name, sequence: number === undefined ? undefined : Number(number), fields }
}

/** The datagram of a client that says this; what is not told is what most clients say. */
export function sealWords({ name, sequence = 0, fields }: Words, uin: number): Uint8Array {
  const schema = schemaOf(name, 'client')
  const usual = name === 'login' ? usualLogin : {}
  const value: Record<string, unknown> = {}
  for (const { name, field } of schema.fields) {
    const told = fields.get(name) ?? usual[name as keyof typeof usual]
    if (told !== undefined) value[name] = told
    else if (field.optional) break
    else value[name] = field.type === 'text' ? new Uint8Array(0) : field.type === 'uins' ? [] : 0
  }
  return clientFraming.seal(schema, value, sequence, (fields.get(speaker) as number | undefined) ?? uin).slice()
}

/** A datagram in words; undefined when it cannot be read. */
export function wordsOf(datagram: Uint8Array, side: Side): Words | undefined {
  const frame = books[side].open(datagram)
  const schema = isFault(frame) ? undefined : books[side].byCode(frame.code)
  if (isFault(frame) || !schema) return undefined
  const value = schema.decode(frame.bytes, frame.start) as PacketValue
  if (isFault(value)) return undefined
  const header = side === 'client' ? [[speaker, frame.uin] as const] : []
  const fields = new Map([...header, ...Object.entries(value)] as [string, FieldValue][])
  return { name: schema.name, sequence: frame.sequence, fields }
}

/** Whether a packet is what the words say; fields that they do not mention may be anything. */
export function isMeant({ name, sequence, fields }: Words, packet: Words | undefined): boolean {
  if (packet?.name !== name || (sequence !== undefined && packet.sequence !== sequence)) return false
  return [...fields].every(([field, value]) => String(packet.fields.get(field)) === String(value))
}

/** Words as they are written, with all their fields. */
export function writeWords({ name, sequence, fields }: Words, side: Side): string {
  const schema = schemaOf(name, side)
  const told = [...fields].map(([field, value]) => ` ${field}=${writeValue(value, typeOf(schema, field))}`)
  return `${name}${sequence === undefined ? '' : ` ${sequence}`}${told.join('')}`
}

const usualLogin = {
  password: latin('secret'),
  clientBuild: 0x72,
  clientBuildHigh: 4,
  tcpFlag: 6,
  tcpVersion: 3,
  loginSeq: 2,
  x5Low: 4,
  x5Build: 0x72,
}

function schemaOf(name: string, side: Side): Schema {
  const schema = (books[side].packets as unknown as Record<string, Schema>)[name]
  if (schema) return schema
  throw new Error(`a ${side} says no ${name}: it says ${Object.keys(books[side].packets).join(', ')}`)
}

function typeOf({ name, fields }: Schema, field: string): string {
  if (field === 'trailing') return 'bytes'
  if (field === speaker) return 'uin'
  const found = fields.find((one) => one.name === field)
  if (found) return found.field.type
  throw new Error(`${name} has no ${field}: it has ${fields.map((one) => one.name).join(', ')}`)
}

function parseValue(text: string, type: string): FieldValue {
  const value = type === 'text' ? parseText(text) : type === 'uins' ? parseList(text) : parseNumber(text, type)
  if (value !== undefined) return value
  throw new Error(`${text} is no ${type}`)
}

function parseText(text: string): Uint8Array | undefined {
  const [, quoted, times = '1'] = /^("(?:[^"\\]|\\.)*")(?:×(\d+))?$/.exec(text) ?? []
  if (quoted === undefined) return undefined
  return latin((JSON.parse(quoted.replaceAll('\\x', '\\u00')) as string).repeat(Number(times)))
}

const parseList = (text: string): number[] => text.split(',').filter(Boolean).map(Number)

function parseNumber(text: string, type: string): FieldValue | undefined {
  if (type === 'bytes') return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  if (type === 'ip4') return text.split('.').reduce((ip, octet) => ip * 256 + Number(octet), 0)
  return /^(\d+|0x[0-9a-fA-F]+)$/.test(text) ? Number(text) : undefined
}

function writeValue(value: FieldValue, type: string): string {
  if (typeof value === 'number') {
    return type === 'ip4' ? [24, 16, 8, 0].map((bits) => (value >>> bits) & 255).join('.') : `${value}`
  }
  if (type === 'text') return JSON.stringify(String.fromCharCode(...value))
  return type === 'uins' ? value.join(',') : Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}
