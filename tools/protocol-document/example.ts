// An example of each packet: golden bytes where there are any, otherwise bytes assembled here, or a sample of the schema, which
// is the same in every run.
import {
  clientFraming,
  type DissectedRow,
  describe,
  dissect,
  isFault,
  type PeerChannel,
  type Schema,
  serverFraming,
} from '@seekyou/wire'
import { type Cell, draw } from './drawing.ts'
import { bytesOf, goldensOf } from './golden-bytes.ts'
import type { Side } from './names.ts'

/** A drawing, and where its bytes come from. Undefined: nothing is known of the packet's body, so there is nothing to draw. */
export function exampleOf(schema: Schema): { drawing: string; origin: string } | undefined {
  const side = schema.from
  const [golden] = goldensOf(side, schema.name)
  if (golden) {
    const channel = 'channel' in golden ? golden.channel : 'message'
    const origin = `golden bytes ${golden.id}, ${origins[golden.provenance]}`
    return { drawing: draw(cellsOf(side, bytesOf(golden.bytes), channel)), origin }
  }
  if (schema.confidence === 'guess' && schema.fields.length === 0) return undefined
  const channel = schema.name.startsWith('file') && schema.name !== 'fileCancel' ? 'file' : 'message'
  return { drawing: draw(cellsOf(side, sampleOf(schema), channel)), origin: 'assembled from the layout' }
}

/** A whole datagram, or a peer's frame without its length, with this packet. */
export function sampleOf(schema: Schema): Uint8Array {
  const body = bytesOf(assembled[schema.name] ?? describe(schema).example)
  if (schema.from === 'peer') return body
  const value = schema.decode(body)
  if (isFault(value)) throw new Error(`the sample of ${schema.name} cannot be read: ${value.fault} at ${value.field}`)
  return schema.from === 'client'
    ? clientFraming.seal(schema, value, 1, 1_234_567)
    : serverFraming.seal(schema, value, 1)
}

const origins = {
  captured: 'captured on the network of the time',
  'captured, private text replaced': 'captured on the network of the time, private text replaced',
  "derived from a client's encoder": 'as the encoder of a client of the time writes them',
  assembled: 'assembled from the layout',
} as const

const cancelled = (kind: string): string =>
  `87 D6 12 00 03 00 D0 07 00 00 87 D6 12 00 ${kind} 00 01 00 00 0A 00 00 02 0A 00 00 02 D2 04 00 00 04 00 00 00 00`

/** Bodies of packets without golden bytes, where a sample would say strange things. */
const assembled: Readonly<Record<string, string>> = {
  changePasswordReply: '01 00',
  changePasswordFail: '01 00',
  newUserFail: '01 00',
  updateExtFail: '02 00',
  updateFail: '12 00',
  extInfoFail: '63 00 00 00',
  channelCancel: `${cancelled('01')} 04 00 00 00`,
  fileCancel: `${cancelled('03')} 00 00 00 00 01 00 00 00 00 00 00 00 00 00 00 04 00 00 00`,
  fileStop: '04 01 00 00 00',
  fileSpeed: '05 32 00 00 00',
}

function cellsOf(side: Side, bytes: Uint8Array, channel: PeerChannel): readonly Cell[] {
  const { rows, sequence = 0, uin, fault } = dissect(bytes, { from: side, channel })
  if (fault) throw new Error(`an example of a ${side} cannot be read: ${fault.fault} at ${fault.field}`)
  if (side === 'peer') return [lengthCell(bytes), ...rows.map(cellOf)]
  const headerRows = side === 'client' && uin !== undefined ? 4 : 3
  const header = rows.slice(0, headerRows).flatMap(({ hex }) => pairs(hex))
  const sender = headerRows === 4 ? [`from ${uin}`] : []
  return [{ bytes: header, labels: ['header', `number ${sequence}`, ...sender] }, ...rows.slice(headerRows).map(cellOf)]
}

function cellOf({ field, type, hex, value }: DissectedRow): Cell {
  if (type === 'text') return { bytes: pairs(hex), isText: true, labels: [field] }
  if (type === 'bytes') return { bytes: pairs(hex), labels: [field] }
  const plain = value.replace(/ \(0x[0-9A-F]+\)/, '')
  const [, number = plain, meaning] = /^(.+?) \((.+)\)$/.exec(plain) ?? []
  return { bytes: pairs(hex), labels: meaning === undefined ? [field, number] : [field, number, meaning] }
}

/** Frames of peers have their length in front. */
function lengthCell({ length }: Uint8Array): Cell {
  const pair = (byte: number) => byte.toString(16).toUpperCase().padStart(2, '0')
  return { bytes: [pair(length & 0xff), pair(length >> 8)], labels: ['length', `${length}`] }
}

const pairs = (hex: string): string[] => hex.split(' ').filter(Boolean)
