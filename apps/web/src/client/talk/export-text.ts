import type { Entry, EntryContent } from '@seekyou/messenger'

/** A conversation as plain text: one line for each entry, further lines of a text indented. */
export async function exportText(
  entries: AsyncIterable<Entry>,
  names: { readonly me: string; readonly them: string },
  textOf: (content: EntryContent) => string,
): Promise<string> {
  const lines: string[] = []
  for await (const { at, author, content } of entries) {
    const who = author === 'me' ? names.me : names.them
    lines.push(`${momentOf(at)}  ${who}: ${textOf(content).replaceAll('\n', '\n    ')}\n`)
  }
  return lines.join('')
}

/** 2026-11-22 21:16:04, by the reader's clock. */
function momentOf(at: number): string {
  const date = new Date(at)
  const two = (number: number): string => String(number).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`
}
