import { type CodePageName, codePage } from './code-pages/code-page.ts'
import {
  type Fault,
  type Field,
  hex,
  isFault,
  type Json,
  type NamedField,
  Reader,
  rest,
  type Schema,
  type Spell,
  type Step,
  walk,
} from './kit/index.ts'
import { type PeerChannel, pickPeer } from './peer/open-peer.ts'
import { clientByCode, serverByCode, unknownPacket } from './v2/catalogue.ts'
import { clientFraming, header, serverFraming } from './v2/framing.ts'

/** Whose bytes they are and, for peers, on which channel; texts are shown in `codePage` (windows-1252 unless told). */
export interface DissectOptions {
  readonly from: 'client' | 'server' | 'peer'
  readonly channel?: PeerChannel
  readonly codePage?: CodePageName
}

/** A datagram (or peer frame) taken apart, as plain data. What could not be read is absent. */
export interface Dissection {
  readonly from: 'client' | 'server' | 'peer'
  readonly version?: number
  /** The command; for peers the number of the packet. */
  readonly code?: number
  /** The packet's name in the catalogue, or `unknown`. */
  readonly name: string
  readonly sequence?: number
  /** The UIN of a client's header. */
  readonly uin?: number
  /** What the packet is for, in one sentence. */
  readonly summary: string
  /** Every field in the order of the wire, the header's included. */
  readonly rows: readonly DissectedRow[]
  /** The body's fields: numbers, dotted addresses, `{ text, hex }` for texts, `{ hex }` for bytes. */
  readonly fields: Readonly<Record<string, Json>>
  readonly fault?: Fault
}

export interface DissectedRow {
  readonly field: string
  readonly type: string
  readonly offset: number
  /** How many bytes it takes; 0 when the field was left out and has its default. */
  readonly bytes: number
  readonly hex: string
  /** The value for a person to read. */
  readonly value: string
  readonly note?: string
  /** True for passwords: whoever shows this masks `hex` and `value`, and `text` and `hex` in `fields`. */
  readonly secret?: true
}

/** Takes a datagram, or a peer's frame without its length, apart for a person to look at. Never throws on any bytes. */
export function dissect(bytes: Uint8Array, options: DissectOptions): Dissection {
  const { from, channel = 'message' } = options
  const reader = new Reader()
  reader.open(bytes, 0, bytes.length)
  const spell = codePage(options.codePage).decode
  const rows: DissectedRow[] = []

  if (from === 'peer') {
    const schema = pickPeer(channel, bytes)
    if (isFault(schema)) {
      const { fields } = readRows([trailing], reader, spell, rows)
      return { from, ...unreadable, rows, fields, fault: schema }
    }
    const body = readRows([...schema.fields, trailing], reader, spell, rows)
    const { tcpVersion, version = tcpVersion, sequence } = body.fields
    return { from, ...present({ version, code: schema.code, sequence }), ...titleOf(schema), rows, ...body }
  }

  const { open, byCode } = sides[from]
  const frame = open(bytes)
  if (isFault(frame)) {
    const { fields, fault = frame } = readRows(
      frame.fault === 'version' ? header.slice(0, 1) : header,
      reader,
      spell,
      rows,
    )
    const { version, command: code, sequence } = fields
    return { from, ...present({ version, code, sequence }), ...unreadable, rows, fields: {}, fault }
  }
  const {
    version,
    command: code,
    ...rest
  } = readRows(header.slice(0, frame.start < 10 ? 3 : 4), reader, spell, rows).fields
  const schema = byCode(frame.code) ?? unknownPacket(frame.code, from)
  const body = readRows([...schema.fields, trailing], reader, spell, rows)
  return { from, ...present({ version, code, ...rest }), ...titleOf(schema), rows, ...body }
}

const sides = {
  client: { open: clientFraming.open, byCode: clientByCode },
  server: { open: serverFraming.open, byCode: serverByCode },
} as const

/** Reads nothing, rather than an empty row, when no bytes are left. */
const trailing: NamedField = {
  name: 'trailing',
  field: { ...rest, read: (reader) => (reader.left === 0 ? undefined : rest.read(reader)) } as Field<unknown>,
}

const unreadable = { name: 'unknown', summary: 'Bytes that are no packet of this kind.' }

const titleOf = ({ name, summary }: Schema) => ({ name, summary })

interface Read {
  readonly fields: Readonly<Record<string, Json>>
  readonly fault?: Fault
}

/** Reads these fields and adds a row for each; the fault, if there is one, ends that. */
function readRows(named: readonly NamedField[], reader: Reader, spell: Spell, rows: DissectedRow[]): Read {
  const fields: Record<string, Json> = {}
  for (const step of walk(named, reader)) {
    if (isFault(step)) return { fields, fault: step }
    rows.push(rowOf(step, reader.bytes, spell))
    const plain = step.field.plain(step.value, spell)
    fields[step.name] = step.field.secret ? { ...(plain as Readonly<Record<string, Json>>), secret: true } : plain
  }
  return { fields }
}

function rowOf({ name, field, start, end, value }: Step, bytes: Uint8Array, spell: Spell): DissectedRow {
  return {
    field: name,
    type: field.type,
    offset: start,
    bytes: end - start,
    hex: hex(bytes.subarray(start, end)),
    value: field.show(value, spell),
    ...(field.note === undefined ? {} : { note: field.note }),
    ...(field.secret === undefined ? {} : { secret: field.secret }),
  }
}

/** Those of the numbers that were read. */
function present(numbers: Readonly<Record<string, Json | undefined>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(numbers).filter((entry): entry is [string, number] => entry[1] !== undefined),
  )
}
