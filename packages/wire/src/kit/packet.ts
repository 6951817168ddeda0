// One declaration, many products: from the list of fields come the decoder, the encoder, the TypeScript type, random samples,
// the documentation row and the inspector's rows. The lists are turned into arrays of functions once; decoding a packet
// allocates its value and the views in it, nothing else.
import type { Fault } from './fault.ts'
import type { Dice, Field } from './field.ts'
import { Reader } from './reader.ts'
import type { OptionalField } from './tails.ts'
import type { Writer } from './writer.ts'

/** What a decoded packet is when its type is not known: its fields by name, and `trailing` when bytes were left over. */
export type PacketValue = Readonly<Record<string, unknown>>

/** Who sends a packet, and how well its layout is known. */
export interface Provenance {
  readonly from: 'client' | 'server' | 'peer'
  /** `certain`: captures or two independent programs agree. `likely`: one program, or later versions. `guess`: no proof. */
  readonly confidence: 'certain' | 'likely' | 'guess'
  /** Where the layout and the meaning come from, in a few words. */
  readonly evidence: string
}

/** A packet of one protocol version, declared once. `Value` is what it decodes to and what it encodes. */
export interface Schema<Value extends object = PacketValue> extends Provenance {
  readonly name: string
  /** The command code; for peers the number that tells frames of one channel apart. */
  readonly code: number
  /** One sentence for people. */
  readonly summary: string
  readonly fields: readonly NamedField[]
  /** True when every shorter packet is a fault. */
  readonly strict: boolean
  /**
   * The packet's body from `start` up to, not including, `end` (by default all of it). Bytes left over become `trailing`;
   * without any, that property is absent. Texts are views of `bytes`, not copies.
   */
  decode(bytes: Uint8Array, start?: number, end?: number): Value | Fault
  /** Writes the body canonically, then `trailing`. An absent optional field ends what is written before `trailing`. */
  encode(writer: Writer, value: Value): void
  /** A random valid value, for tests. */
  sample(dice: Dice): Value
}

export interface NamedField {
  readonly name: string
  readonly field: Field<unknown>
}

/** The fields of a packet in the order of the wire. */
export type Fields = Readonly<Record<string, Field<unknown>>>

/** The type of the packets that a schema reads and writes. */
export type PacketOf<S> = S extends Schema<infer Value> ? Value : never

/** The value that a list of fields describes. */
export type ValueOf<F> = Flat<
  { readonly [K in keyof F as F[K] extends OptionalField<unknown> ? never : K]: Content<F[K]> } & {
    readonly [K in keyof F as F[K] extends OptionalField<unknown> ? K : never]?: Content<F[K]>
  } & { readonly trailing?: Uint8Array }
>

/**
 * Declares a packet. The order of `fields` is the order on the wire.
 * `packet('keepAlive', 0x042e, 'Says that the client is still there.', {}, { from: 'client', … })`
 */
export function packet<const F extends Fields>(
  name: string,
  code: number,
  summary: string,
  fields: F,
  provenance: Provenance,
): Schema<ValueOf<F>> {
  const named: readonly NamedField[] = Object.entries(fields).map(([name, field]) => ({ name, field }))
  return {
    name,
    code,
    summary,
    ...provenance,
    fields: named,
    strict: !named.some(({ field }) => field.lenient),
    decode: decoder(named) as Schema<ValueOf<F>>['decode'],
    encode: encoder(name, named) as Schema<ValueOf<F>>['encode'],
    sample: sampler(named) as Schema<ValueOf<F>>['sample'],
  }
}

/** The fault that a reader has met while it read `field`. */
export function faultOf(reader: Reader, field: string): Fault {
  return { fault: reader.fault!, field, offset: reader.faultAt, wanted: reader.wanted }
}

type Content<F> = F extends Field<infer T> ? T : never
type Flat<T> = { [K in keyof T]: T[K] }

/** One reader for all packets: decoding is never entered twice at the same time. */
const reader = new Reader()

function decoder(named: readonly NamedField[]) {
  const names = named.map(({ name }) => name)
  const reads = named.map(({ field }) => field.read)
  return function decode(bytes: Uint8Array, start = 0, end = bytes.length): PacketValue | Fault {
    reader.open(bytes, start, end)
    const value: Record<string, unknown> = {}
    for (let i = 0; i < reads.length; i++) {
      const content = reads[i]!(reader)
      if (reader.fault !== undefined) return faultOf(reader, names[i]!)
      if (content !== undefined) value[names[i]!] = content
    }
    // COMPAT IsecQ and later versions: bytes without a meaning after any packet are kept, not refused
    if (reader.at < reader.end) value.trailing = reader.view(reader.end - reader.at)
    return value
  }
}

function encoder(name: string, named: readonly NamedField[]) {
  const names = named.map(({ name }) => name)
  const writes = named.map(({ field }) => field.write)
  const optional = named.map(({ field }) => field.optional === true)
  return function encode(writer: Writer, value: PacketValue): void {
    for (let i = 0; i < writes.length; i++) {
      const content = value[names[i]!]
      if (content === undefined) {
        if (optional[i]) break
        throw new TypeError(`${name} cannot be written without ${names[i]}`)
      }
      writes[i]!(writer, content)
    }
    if (value.trailing !== undefined) writer.bytes(value.trailing as Uint8Array)
  }
}

function sampler(named: readonly NamedField[]) {
  return function sample(dice: Dice): PacketValue {
    const value: Record<string, unknown> = {}
    for (const { name, field } of named) {
      if (field.optional && dice() >= 0.5) break
      value[name] = field.sample(dice)
    }
    return value
  }
}
