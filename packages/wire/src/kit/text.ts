import { type Dice, type Field, hex, plainHex, roll } from './field.ts'
import type { Reader } from './reader.ts'

/**
 * What a person wrote, as the bytes that came, without a closing NUL: a view of the datagram. No character set is
 * declared; see `codePage`.
 */
export type Text = Uint8Array

/**
 * A text: `u16 LENGTH` that counts the closing NUL, the bytes, one NUL. The value has no NUL.
 *
 * Read as 1998's clients wrote it: LENGTH bytes are taken, and a NUL among them ends the text, so LENGTH may count the NUL or
 * not and the NUL may be missing; LENGTH 0 is the empty text. A LENGTH that does not fit is tried with its high byte first.
 * Written canonically; a NUL in the value ends it.
 */
export const text16: Field<Text> = {
  type: 'text',
  size: undefined,
  read(reader) {
    // COMPAT Program D, mICQ 0.2.5: LENGTH does not count the NUL (and mICQ sends none when it registers)
    // COMPAT all sides: LENGTH 0 and early NULs occur
    const length = reader.u16()
    return reader.text(length > reader.left && endsAt(reader, swapped(length)) ? swapped(length) : length)
  },
  write(writer, value) {
    const nul = value.indexOf(0)
    const text = nul < 0 ? value : value.subarray(0, nul)
    if (text.length > longest) throw new RangeError(`a text of ${text.length} bytes does not fit a 16-bit length`)
    writer.u16(text.length + 1)
    writer.bytes(text)
    writer.u8(0)
  },
  sample: sampleText,
  show: (value, spell) => JSON.stringify(spell(value)),
  plain: (value, spell) => ({ text: spell(value), hex: plainHex(value) }),
}

/**
 * A text whose LENGTH cannot be trusted, followed by `tail` bytes that end the packet. If LENGTH leaves exactly the tail, or
 * nothing at all, it is believed; otherwise the text ends at its NUL, or, when there is none, where the tail begins.
 */
export function text16ByNul(tail: number): Field<Text> {
  return {
    ...text16,
    lenient: true,
    read(reader) {
      // COMPAT Program D says 32 and IsecQ says 19 where 20 bytes follow
      const length = reader.u16()
      const most = Math.max(reader.left - tail, 0)
      if (length === most) return reader.text(length)
      const nul = reader.bytes.subarray(reader.at, reader.end).indexOf(0)
      if (length === reader.left && (nul < 0 || nul === length - 1)) return reader.text(length)
      return reader.text(nul < 0 || nul >= most ? most : nul + 1)
    },
  }
}

/** All bytes that are left in the packet, as a view. */
export const rest: Field<Uint8Array> = {
  type: 'bytes',
  size: undefined,
  greedy: true,
  lenient: true,
  read: (reader) => reader.view(reader.left),
  write: (writer, value) => writer.bytes(value),
  sample: sampleText,
  show: (value) => hex(value),
  plain: (value) => ({ hex: plainHex(value) }),
}

const longest = 0xfffe

/** COMPAT Net::ICQ 0.08 and its like: numbers are written with the high byte first. */
const swapped = (length: number): number => ((length & 255) << 8) | (length >>> 8)

/** Whether a text of this LENGTH, greater than 0, ends where a text may end: at a NUL, or with the packet. */
const endsAt = (reader: Reader, length: number): boolean =>
  length === reader.left || (length < reader.left && reader.bytes[reader.at + length - 1] === 0)

function sampleText(dice: Dice): Text {
  return Uint8Array.from({ length: roll(dice, 24) }, () => 1 + roll(dice, 254))
}
