// Bytes drawn for a person: hexadecimal, the letters of texts beneath, a brace under each field, and what it says.
//
//   header                     to            kind                text
//   02 00 0E 01 06 00 87 D6 …  B1 CB 74 00   01 00   06 00 48 65 6C 6C 6F 00
//                                                      6   H  e  l  l  o  \0

/** One field's bytes, and what is written beneath them, line by line. */
export interface Cell {
  /** Pairs of hexadecimal digits. */
  readonly bytes: readonly string[]
  /** A text: its bytes are spelled, after the two of its length. */
  readonly isText?: boolean
  readonly labels: readonly string[]
}

/** As many bytes as fit one line; longer fields are broken, and stand alone. */
const bytesInLine = 32
const widest = bytesInLine * 3 - 1
const gap = '   '

/** The drawing's lines, none wider than a page. */
export function draw(cells: readonly Cell[]): string {
  return rowsOf(cells.filter(({ bytes }) => bytes.length > 0).map(columnOf))
    .map((row) => linesOf(row).join('\n'))
    .join('\n\n')
}

/** A cell as blocks of text of the same width. */
interface Column {
  readonly width: number
  /** One entry for each line of bytes: the digits, and the letters beneath them, both as wide as the bytes. */
  readonly lines: readonly (readonly [digits: string, letters: string])[]
  readonly brace: string
  readonly labels: readonly string[]
}

function columnOf({ bytes, isText, labels }: Cell): Column {
  const digitsWide = Math.min(bytes.length, bytesInLine) * 3 - 1
  const letters = isText ? lettersUnder(bytes) : ''
  const lines = Array.from({ length: Math.ceil(bytes.length / bytesInLine) }, (_, line): [string, string] => {
    const start = line * bytesInLine
    const digits = bytes.slice(start, start + bytesInLine).join(' ')
    return [digits.padEnd(digitsWide), letters.slice(start * 3, (start + bytesInLine) * 3 - 1).padEnd(digitsWide)]
  })
  const width = Math.max(digitsWide, ...labels.map(({ length }) => length))
  return { width, lines, brace: braceOf(digitsWide), labels }
}

/** Fills rows from the left; a field of several lines has a row of its own. */
function rowsOf(columns: readonly Column[]): Column[][] {
  const rows: Column[][] = []
  let room = 0
  for (const column of columns) {
    const needed = column.width + gap.length
    const row = rows.at(-1)
    if (row && needed <= room && column.lines.length === 1 && row[0]?.lines.length === 1) {
      row.push(column)
      room -= needed
    } else {
      rows.push([column])
      room = widest - column.width
    }
  }
  return rows
}

function linesOf(row: readonly Column[]): string[] {
  const lines: string[] = []
  const add = (of: (column: Column) => string): void => {
    const line = row.map((column) => centred(of(column), column.width)).join(gap)
    if (line.trim() !== '') lines.push(line.trimEnd())
  }
  for (const at of row[0]!.lines.keys()) for (const part of [0, 1] as const) add(({ lines }) => lines[at]![part])
  add(({ brace }) => brace)
  const depth = Math.max(...row.map(({ labels }) => labels.length))
  for (let at = 0; at < depth; at++) add(({ labels }) => labels[at] ?? '')
  return lines
}

function braceOf(width: number): string {
  if (width < 3) return '└┘'
  const left = (width - 3) >> 1
  return `└${'─'.repeat(left)}┬${'─'.repeat(width - 3 - left)}┘`
}

function centred(text: string, width: number): string {
  const left = (width - text.length) >> 1
  return `${' '.repeat(left)}${text}`.padEnd(width)
}

/** What is written under the bytes of a text, three characters for each: its length under the first two, then its letters. */
function lettersUnder(bytes: readonly string[]): string {
  const [low = 0, high = 0, ...characters] = bytes.map((pair) => Number.parseInt(pair, 16))
  return (
    `${low + high * 256}`.padEnd(6) +
    characters
      .map((byte) => letterOf(byte).padEnd(3))
      .join('')
      .trimEnd()
  )
}

const named: Readonly<Record<number, string>> = { 0: '\\0', 10: '\\n', 13: '\\r', 254: '¦' }

const letterOf = (byte: number): string =>
  named[byte] ?? ((byte > 32 && byte < 127) || byte > 160 ? String.fromCharCode(byte) : '')
