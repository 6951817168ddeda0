import { digits, type Field, roll } from './field.ts'
import type { Reader } from './reader.ts'
import type { Writer } from './writer.ts'

/** An unsigned byte. */
export const u8: Field<number> = number(
  'u8',
  1,
  (reader) => reader.u8(),
  (writer, value) => writer.u8(value),
)

/** Two bytes, low byte first: version 2's ordinary number. */
export const u16: Field<number> = number(
  'u16',
  2,
  (reader) => reader.u16(),
  (writer, value) => writer.u16(value),
)

/** Two bytes, high byte first: only the session ports of peers are written so. */
export const u16be: Field<number> = number(
  'u16be',
  2,
  (reader) => reader.u16be(),
  (writer, value) => writer.u16be(value),
)

/** Four bytes, low byte first, as a number from 0 to 2³²−1. */
export const u32: Field<number> = number(
  'u32',
  4,
  (reader) => reader.u32(),
  (writer, value) => writer.u32(value),
)

/** The number that names a user, as `u32`. */
export const uin: Field<number> = { ...u32, type: 'uin', show: (value) => `${value}` }

/** An IPv4 address in dotted order, as a number whose highest octet is the first one. */
export const ip4: Field<number> = {
  ...number(
    'ip4',
    4,
    (reader) => reader.u32be(),
    (writer, value) => writer.u32be(value),
  ),
  show: dotted,
  plain: dotted,
}

/** A colour as 0xRRGGBB00: bytes red, green, blue and one that every known client leaves 0. */
export const colour: Field<number> = {
  ...ip4,
  type: 'colour',
  show: (value) => `#${digits(value >>> 8, 6)}`,
  plain: (value) => value,
}

/** A number without a known meaning: named, kept, shown, never judged. */
export function unknown(size: 1 | 2 | 4): Field<number> {
  return { ...(size === 1 ? u8 : size === 2 ? u16 : u32), type: `unknown(${size})` }
}

/** A number some of whose values have names. Other values survive. */
export function choice(base: Field<number>, names: Readonly<Record<number, string>>): Field<number> {
  const known = Object.keys(names).map(Number)
  return {
    ...base,
    sample: (dice) => (dice() < 0.8 ? known[roll(dice, known.length - 1)]! : base.sample(dice)),
    show: (value, spell) => (names[value] === undefined ? base.show(value, spell) : `${value} (${names[value]})`),
  }
}

/** A number that is always the same: another one on the wire is the fault `unexpected`. */
export function fixed<const N extends number>(base: Field<number>, value: N, name?: string): Field<N> {
  return {
    ...base,
    read(reader) {
      const at = reader.at
      const seen = base.read(reader)
      if (seen !== value) reader.fail('unexpected', at, value)
      return value
    },
    write: (writer) => base.write(writer, value),
    sample: () => value,
    show: (_, spell) => (name === undefined ? base.show(value, spell) : `${value} (${name})`),
    plain: () => value,
  }
}

function number(
  type: string,
  size: 1 | 2 | 4,
  read: (reader: Reader) => number,
  write: (writer: Writer, value: number) => void,
): Field<number> {
  return {
    type,
    size,
    read,
    write,
    sample: (dice) => roll(dice, 256 ** size - 1),
    show: (value) => (value < 10 ? `${value}` : `${value} (0x${digits(value, size * 2)})`),
    plain: (value) => value,
  }
}

function dotted(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`
}
