import type { Segment } from './segments.ts'

/** What an emoticon shows. */
export type EmoticonName = keyof typeof spellings

/** How each is written, the usual spelling first: for a menu to choose from. */
export const spellings = {
  smile: [':-)', ':)', '=)'],
  wink: [';-)', ';)'],
  sad: [':-(', ':(', '=('],
  grin: [':-D', ':D', '=D'],
  tongue: [':-P', ':P', ':-p', ':p'],
  surprised: [':-O', ':O', ':-o', ':o'],
  plain: [':-|', ':|'],
  kiss: [':-*', ':*'],
  cool: ['B-)', '8-)'],
  angry: ['>:-(', '>:('],
  crying: [":'(", ":'-("],
} as const

/** A text without links, in emoticons and what is between them. */
export function emoticonsIn(text: string): Segment[] {
  const parts: Segment[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    const name = names.get(match[0].replace(/([()])\1+$/, '$1'))
    if (!name) continue
    if (match.index > end) parts.push({ type: 'text', text: text.slice(end, match.index) })
    parts.push({ type: 'emoticon', text: match[0], name })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ type: 'text', text: text.slice(end) })
  return parts
}

const all = Object.entries(spellings) as [EmoticonName, readonly string[]][]
const names = new Map(all.flatMap(([name, written]) => written.map((spelling) => [spelling, name])))

/**
 * Longer spellings first. Faces with a bracket for a mouth may follow a word at once, and the bracket may be repeated; those with a
 * letter in them stand alone, so that nothing inside words and times of day is taken for one.
 */
const pattern = (() => {
  const escaped = (spelling: string): string => spelling.replaceAll(/[|\\{}()[\]^$+*?.]/g, '\\$&')
  const written = [...names.keys()].sort((one, other) => other.length - one.length)
  const alone = written.filter((spelling) => /[\p{L}\p{N}]/u.test(spelling)).map(escaped)
  const free = written
    .filter((spelling) => !/[\p{L}\p{N}]/u.test(spelling))
    .map((spelling) => escaped(spelling) + (/[()]$/.test(spelling) ? '+' : ''))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alone.join('|')})(?![\\p{L}\\p{N}])|(?:${free.join('|')})`, 'gu')
})()
