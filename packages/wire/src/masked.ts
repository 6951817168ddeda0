import type { DissectedRow, Dissection } from './dissect.ts'
import type { Json } from './kit/index.ts'

/** What a mask hides: passwords alone, or everything that somebody wrote, which includes bytes that nobody understands. */
export type Hidden = 'passwords' | 'texts'

/** What stands where something is hidden. Its length says nothing about what was there. */
const dots = '••••••••'

/** The same packet without what is to be hidden: neither values nor bytes of it are left. `note` is said of each such row. */
export function masked(packet: Dissection, hidden: Hidden, note = 'masked'): Dissection {
  const names = new Set(packet.rows.filter((row) => isHidden(row, hidden)).map(({ field }) => field))
  const fields = Object.entries(packet.fields).map(([name, value]) => [
    name,
    names.has(name) ? maskedJson(value) : value,
  ])
  const rows = packet.rows.map((row) =>
    isHidden(row, hidden) ? { ...row, hex: '•• •• ••', value: dots, note: row.secret ? note : 'masked' } : row,
  )
  return { ...packet, rows, fields: Object.fromEntries(fields) }
}

/** The bytes of a packet in hexadecimal, `••` for each that is hidden: those of hidden rows, and those that no row accounts for. */
export function maskedHex(bytes: Uint8Array, rows: readonly DissectedRow[], hidden: Hidden): string {
  const shown = Array.from(bytes, () => '••')
  for (const row of rows) {
    if (isHidden(row, hidden)) continue
    for (let at = row.offset; at < row.offset + row.bytes; at++) {
      shown[at] = (bytes[at] as number).toString(16).padStart(2, '0')
    }
  }
  return shown.join(' ')
}

const isHidden = ({ type, secret }: DissectedRow, hidden: Hidden): boolean =>
  secret === true || (hidden === 'texts' && (type === 'text' || type === 'bytes'))

/** Texts are `text` and `hex`, bytes are `hex`. */
function maskedJson(value: Json): Json {
  const isText = typeof value === 'object' && value !== null && 'text' in value
  return isText ? { text: dots, hex: dots } : { hex: dots }
}
