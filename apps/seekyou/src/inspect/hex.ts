import { misuse } from '../complaint.ts'

/** Shorter than any header: a datagram of this many bytes is none. */
const headerSize = 6

/**
 * Bytes written as hexadecimal digits, two a byte; spaces, colons and `0x` may stand between them. Complains about anything
 * else.
 */
export function parseHex(text: string): Uint8Array {
  const digits = text
    .split(/[\s:]+/)
    .map((part) => part.replace(/^0x/i, ''))
    .filter((part) => part !== '')
    .map((part) => {
      const strange = /[^0-9a-f]/i.exec(part)
      if (strange) throw misuse(`“${printed(strange[0])}” is no hexadecimal digit: write bytes such as 02 00 e8 03.`)
      if (part.length % 2 !== 0) throw misuse(`“${part}” is no whole number of bytes: each has two hexadecimal digits.`)
      return part
    })
    .join('')
  if (digits === '') throw misuse('There are no bytes: write them in hexadecimal, such as 02 00 e8 03.')
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
  )
}

/**
 * The datagrams that several arguments stand for: one each, or a single one in pieces when any piece is too short to be a
 * datagram.
 */
export function datagramsFrom(pieces: readonly string[]): Uint8Array[] {
  const parsed = pieces.map(parseHex)
  return parsed.some((bytes) => bytes.length < headerSize) ? [parseHex(pieces.join(' '))] : parsed
}

const printed = (character: string): string => (/[\p{Cc}\p{Cs}]/u.test(character) ? '?' : character)
