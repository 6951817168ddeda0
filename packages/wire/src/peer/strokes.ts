import {
  colour,
  fixed,
  isFault,
  type PacketOf,
  packet,
  type Schema,
  text16,
  u8,
  u16,
  u32,
  Writer,
} from '../kit/index.ts'

/** What happens in a chat as it is typed. Other bytes than these are characters. */
export const strokes = {
  foreground: stroke('foreground', 0x00, 'Changes the colour of the text.', { colour }),
  background: stroke('background', 0x01, 'Changes the colour behind the text.', { colour }),
  beep: stroke('beep', 0x07, 'Rings the bell.', {}),
  backspace: stroke('backspace', 0x08, 'Takes the last character back.', {}),
  newLine: stroke('newLine', 0x0d, 'Begins a line.', {}),
  font: stroke('font', 0x10, 'Changes the font.', { fontName: text16, fontEncoding: u16 }),
  face: stroke('face', 0x11, 'Changes bold, italic and underline.', { fontFace: u32 }),
  size: stroke('size', 0x12, 'Changes the size of the text.', { fontSize: u32 }),
} as const

/** One thing that a peer did: typed characters, or one of the strokes, with its fields. */
export type Stroke =
  | { readonly name: 'typed'; readonly text: Uint8Array }
  | {
      readonly [Name in keyof Strokes]: { readonly name: Name; readonly value: PacketOf<Strokes[Name]> }
    }[keyof Strokes]

/** Reads the unframed bytes of a chat, in whatever pieces they arrive (docs/protocol/peer.md). */
export class StrokeReader {
  #pending: Uint8Array = new Uint8Array(0)

  /** Everything that is complete with these bytes, in order; an unfinished stroke waits for the next ones. */
  read(arrived: Uint8Array): readonly Stroke[] {
    const bytes = joined(this.#pending, arrived)
    const read: Stroke[] = []
    let at = 0
    while (at < bytes.length) {
      const schema = byCode.get(bytes[at]!)
      if (schema === undefined) {
        const end = endOfTyped(bytes, at)
        read.push({ name: 'typed', text: bytes.subarray(at, end) })
        at = end
        continue
      }
      const value = schema.decode(bytes, at)
      if (isFault(value)) break
      const { trailing, ...fields } = value
      read.push({ name: schema.name, value: fields } as Stroke)
      at = trailing === undefined ? bytes.length : bytes.length - (trailing as Uint8Array).length
    }
    this.#pending = bytes.subarray(at)
    return read
  }
}

/** The bytes of one stroke. */
export function sealStroke<Value extends object>(schema: Schema<Value>, value: Value): Uint8Array {
  writer.begin()
  schema.encode(writer, value)
  return writer.cut()
}

type Strokes = typeof strokes

const writer = new Writer()

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

const byCode: ReadonlyMap<number, Schema> = new Map(Object.values(strokes).map((schema) => [schema.code, schema]))

function stroke<const C extends number, F extends Parameters<typeof packet>[3]>(
  name: string,
  code: C,
  summary: string,
  fields: F,
) {
  const provenance = { from: 'peer', confidence: 'certain', evidence: 'two programs' } as const
  return packet(name, code, summary, { code: fixed(u8, code), ...fields }, provenance)
}

function endOfTyped(bytes: Uint8Array, at: number): number {
  let end = at
  while (end < bytes.length && !byCode.has(bytes[end]!)) end++
  return end
}
