import { type CodePageName, codePage, type DissectedRow } from '@seekyou/wire'

/** Bytes of one field within one line. */
export interface Piece {
  /** The place of the field among the rows; undefined: bytes that nothing is known of. */
  readonly row: number | undefined
  /** `02 00` */
  readonly hex: string
  /** One character for each byte. */
  readonly text: string
}

export interface HexLine {
  /** Of its first byte, four hexadecimal digits. */
  readonly offset: string
  readonly pieces: readonly Piece[]
  /** How many bytes it lacks to a full line. */
  readonly lacking: number
}

/** Bytes in a line. */
const width = 12

/** The bytes of a packet in lines, cut where fields begin and end. */
export function hexLines(hex: string, rows: readonly DissectedRow[], page: CodePageName): HexLine[] {
  const pairs = hex === '' ? [] : hex.split(' ')
  const owners = pairs.map((_, at) => {
    const row = rows.findIndex(({ offset, bytes }) => at >= offset && at < offset + bytes)
    return row === -1 ? undefined : row
  })
  const lines: HexLine[] = []
  for (let start = 0; start < pairs.length; start += width) {
    const end = Math.min(start + width, pairs.length)
    const pieces: Piece[] = []
    for (let at = start; at < end; ) {
      let stop = at + 1
      while (stop < end && owners[stop] === owners[at]) stop += 1
      const own = pairs.slice(at, stop)
      pieces.push({ row: owners[at], hex: own.join(' '), text: own.map((pair) => letterOf(pair, page)).join('') })
      at = stop
    }
    lines.push({ offset: start.toString(16).padStart(4, '0'), pieces, lacking: start + width - end })
  }
  return lines
}

/** What a byte says to a person; a dot when it says nothing. */
function letterOf(pair: string, page: CodePageName): string {
  if (pair === '••') return '•'
  const letter = codePage(page).decode(Uint8Array.of(Number.parseInt(pair, 16)))
  return /[\p{L}\p{N}\p{P}\p{S} ]/u.test(letter) && letter !== '\u00a0' ? letter : '·'
}
