import type { DissectedRow, Dissection } from '@seekyou/wire'

const dots = '••••••••'

/** The same without its passwords: neither their texts nor their bytes. */
export function masked(packet: Dissection): Dissection {
  const secrets = new Set(packet.rows.filter(({ secret }) => secret).map(({ field }) => field))
  const fields = Object.entries(packet.fields).map(([name, value]) =>
    secrets.has(name) ? [name, { text: dots, hex: dots }] : [name, value],
  )
  return { ...packet, rows: packet.rows.map(maskedRow), fields: Object.fromEntries(fields) }
}

const maskedRow = (row: DissectedRow): DissectedRow =>
  row.secret ? { ...row, hex: '•• •• ••', value: dots, note: 'masked; --show-passwords shows it' } : row
