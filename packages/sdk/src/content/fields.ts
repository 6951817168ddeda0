import type { Text } from '@seekyou/language'
import type { CodePage } from '@seekyou/wire'
import { encodeText } from './text.ts'

/** Stands between the fields of a message (docs/protocol/messages.md). In windows-1251 it is the letter ю as well. */
export const divider = 0xfe

/** A text as a field: the letter that would divide it becomes its capital, its small letter, or `?`. */
export function encodeField(text: string, page: CodePage): Text {
  const bytes = encodeText(text, page)
  return bytes.includes(divider) ? bytes.map((byte) => (byte === divider ? standIn(page) : byte)) : bytes
}

/** Fields with dividers between them. */
export function joinFields(fields: readonly Text[]): Text {
  const bytes = new Uint8Array(fields.reduce((sum, field) => sum + field.length + 1, -1))
  let at = 0
  for (const field of fields) {
    bytes.set(field, at)
    at += field.length
    if (at < bytes.length) bytes[at++] = divider
  }
  return bytes
}

/** The bytes between the dividers, at least one field. What follows a NUL was not meant. */
export function splitFields(text: Text): Text[] {
  const nul = text.indexOf(0)
  const bytes = nul < 0 ? text : text.subarray(0, nul)
  const fields: Text[] = []
  let start = 0
  for (let end = bytes.indexOf(divider); end >= 0; end = bytes.indexOf(divider, start)) {
    fields.push(bytes.subarray(start, end))
    start = end + 1
  }
  return [...fields, bytes.subarray(start)]
}

/** Fields that were one text, in which the divider was a letter. */
export const rejoin = (fields: readonly Text[]): Text => (fields.length === 0 ? new Uint8Array(0) : joinFields(fields))

function standIn(page: CodePage): number {
  const letter = page.decode(Uint8Array.of(divider))
  for (const other of [letter.toUpperCase(), letter.toLowerCase()]) {
    const [byte, ...more] = page.encode(other)
    if (byte !== undefined && byte !== divider && more.length === 0 && page.has(other)) return byte
  }
  return 0x3f
}
