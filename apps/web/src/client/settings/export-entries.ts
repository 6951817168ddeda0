import { type Entry, textOf } from '@seekyou/messenger'

/** What people are called in an export. */
interface Names {
  readonly me: string
  nameOf(uin: number): string
}

/** Everything that was said as a file: lines for people, or JSON for programs. */
export async function exportEntries(
  entries: AsyncIterable<Entry>,
  format: 'text' | 'json',
  names: Names,
): Promise<{ readonly blob: Blob; readonly count: number }> {
  const parts: string[] = []
  for await (const entry of entries) {
    const written = format === 'text' ? lineOf(entry, names) : JSON.stringify(entry)
    if (written !== undefined) parts.push(written)
  }
  const blob =
    format === 'text'
      ? new Blob([parts.join('')], { type: 'text/plain;charset=utf-8' })
      : new Blob(['[\n', parts.join(',\n'), '\n]\n'], { type: 'application/json' })
  return { blob, count: parts.length }
}

/** `2026-11-22 21:16  ann (104733)  ann: text`; undefined for what nobody has said. Further lines of a text are indented. */
function lineOf(entry: Entry, { me, nameOf }: Names): string | undefined {
  const text = textOf(entry)
  if (text === '') return undefined
  const at = new Date(entry.at)
  const pad = (number: number): string => String(number).padStart(2, '0')
  const day = [at.getFullYear(), pad(at.getMonth() + 1), pad(at.getDate())].join('-')
  const name = nameOf(entry.with)
  const talk = name === String(entry.with) ? name : `${name} (${entry.with})`
  const author = entry.author === 'me' ? me : name
  const lines = text.replaceAll('\n', '\n    ')
  return `${day} ${pad(at.getHours())}:${pad(at.getMinutes())}  ${talk}  ${author}: ${lines}\n`
}
