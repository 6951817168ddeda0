import type { Text } from '@seekyou/language'
import type { CodePage } from '@seekyou/wire'
import { asSent } from './text.ts'

/** The longest text that every client and server of the time can take, in bytes (docs/protocol/limits.md). */
export const textMax = 450

/**
 * A text encoded as pieces of at most `most` bytes, which joined are the whole text. It is cut where a word begins or ends if
 * there is such a place at all, and never inside a character, however many bytes or code points that has.
 */
export function splitText(text: string, page: CodePage, most: number = textMax): readonly Text[] {
  const pieces: Text[] = []
  let piece: Char[] = []
  let size = 0
  /** How many of the piece's characters come before the last place between words. */
  let wordsEnd = 0
  const cut = (count: number): void => {
    pieces.push(joined(piece.slice(0, count)))
    piece = piece.slice(count)
    size = piece.reduce((sum, { bytes }) => sum + bytes.length, 0)
    wordsEnd = 0
  }
  for (const char of charsOf(asSent(text), page, most)) {
    const previous = piece.at(-1)
    if (previous && previous.isSpace !== char.isSpace) wordsEnd = piece.length
    while (size + char.bytes.length > most) cut(wordsEnd > 0 ? wordsEnd : piece.length)
    piece.push(char)
    size += char.bytes.length
  }
  return [...pieces, joined(piece)]
}

interface Char {
  readonly bytes: Text
  readonly isSpace: boolean
}

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' })

function* charsOf(text: string, page: CodePage, most: number): Generator<Char> {
  for (const { segment } of clusters.segment(text)) {
    const bytes = page.encode(segment)
    if (bytes.length <= most) yield { bytes, isSpace: /^\s/.test(segment) }
    else for (const char of segment) yield { bytes: page.encode(char), isSpace: false }
  }
}

function joined(chars: readonly Char[]): Text {
  const bytes = new Uint8Array(chars.reduce((sum, char) => sum + char.bytes.length, 0))
  let at = 0
  for (const char of chars) {
    bytes.set(char.bytes, at)
    at += char.bytes.length
  }
  return bytes
}
