import { splitText, textMax } from '@seekyou/sdk'
import { type CodePageName, codePage } from '@seekyou/wire'
import type { Measure } from './contract.ts'

/** How a text would go to somebody who reads in this code page. */
export function measure(text: string, page: CodePageName): Measure {
  const pieces = splitText(text, codePage(page))
  return {
    bytes: pieces.reduce((sum, { length }) => sum + length, 0),
    messages: pieces.length,
    room: pieces.length * textMax,
    lacking: lackingIn(text, page),
  }
}

/** The characters of a text that a code page lacks, as people see them, each once, in order. */
export function lackingIn(text: string, page: CodePageName): readonly string[] {
  const { has } = codePage(page)
  const lacking = new Set<string>()
  for (const { segment } of characters.segment(text.normalize('NFC'))) {
    if (![...segment].every(has)) lacking.add(segment)
  }
  return [...lacking]
}

/** A text as the messages that it becomes; joined they are the text as it arrives. */
export const piecesOf = (text: string, page: CodePageName): readonly string[] =>
  splitText(text, codePage(page)).map(codePage(page).decode)

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })
