import type { Info, Text } from '@seekyou/language'

/** What stands between two fields of one message body (docs/protocol/commands.md). */
const separator = 0xfe
/** In the code pages 1250, 1251, 1252, 1254 and 1257 the other case of the letter that has the separator's number. */
const otherCase = 0xde
/** How much of a field is told, in bytes, so that all of them fit into one message. */
const fieldMax = 60

/**
 * What a user tells of themselves in messages about contact lists: nick, first name, last name, e-mail address (empty unless
 * published) and `1` when anyone may add them, `0` when they want to be asked. Fields are cut at 60 bytes.
 */
export function profileFields({ nick, first, last, email, needsAuthorization }: Info, publishesEmail: boolean): Text[] {
  const told = [nick, first, last, publishesEmail ? email : new Uint8Array(0)]
  return [...told.map((field) => field.subarray(0, fieldMax)), Uint8Array.of(needsAuthorization ? 0x30 : 0x31)]
}

/** One message body of several fields. The separator is also a letter; inside a field it becomes the other case of that letter. */
export function joinFields(fields: readonly Text[]): Text {
  const length = fields.reduce((sum, field) => sum + field.length + 1, -1)
  const body = new Uint8Array(Math.max(0, length)).fill(separator)
  let start = 0
  for (const field of fields) {
    body.set(
      field.map((byte) => (byte === separator ? otherCase : byte)),
      start,
    )
    start += field.length + 1
  }
  return body
}
