import { styleText } from 'node:util'
import type { DissectedRow, Dissection } from '@seekyou/wire'
import { printable, textTable } from '../terminal/text-table.ts'
import { wrap } from '../terminal/wrap.ts'

const columns = [
  { title: 'field' },
  { title: 'offset', align: 'right' },
  { title: 'hex' },
  { title: 'value' },
  { title: 'note' },
] as const
const hexWidth = 8 * 3 - 1
const roads = { client: 'client → server', server: 'server → client', peer: 'peer → peer' } as const

/** A packet for a person: what it is, then a line for each field with its place, its bytes and its meaning. */
export function asTable(packet: Dissection, size: number, width = 100): string {
  const { name, code, from, version, summary, rows, fault } = packet
  const about = [
    code?.toString(16).toUpperCase().padStart(4, '0'),
    roads[from],
    version === undefined ? undefined : `version ${version}`,
    size === 1 ? '1 byte' : `${size} bytes`,
  ]
  const parts = [
    `${style('bold', name)}  ${style('dim', about.filter((one) => one !== undefined).join(' · '))}`,
    wrap(summary, width).join('\n'),
  ]
  if (rows.length > 0) parts.push('', table(rows, width))
  if (fault) parts.push('', style('red', wrap(`✗ ${faultInWords(packet, size)}`, width).join('\n')))
  return parts.join('\n')
}

function table(rows: readonly DissectedRow[], width: number): string {
  const fieldWidth = Math.max(5, ...rows.map(({ field }) => field.length))
  const left = Math.max(36, width - fieldWidth - 6 - hexWidth - 8)
  const noted = rows.some(({ note }) => note !== undefined)
  const longest = Math.max(5, ...rows.map(({ value }) => printable(value).length))
  const valueWidth = Math.min(longest, noted ? Math.ceil(left / 2) : left)
  const lines = rows.flatMap((row) => {
    const hex = wrap(row.hex, hexWidth)
    const value = wrap(printable(row.value), valueWidth)
    const note = wrap(row.note ?? '', left - valueWidth)
    return Array.from({ length: Math.max(hex.length, value.length, note.length) }, (_, at) => [
      at === 0 ? row.field : '',
      at === 0 ? String(row.offset) : '',
      hex[at] ?? '',
      value[at] ?? '',
      note[at] ?? '',
    ])
  })
  return textTable(noted ? columns : columns.slice(0, -1), lines, (cell, column, row) =>
    row === 'title' ? style('dim', cell) : paint[column]!(cell),
  )
}

const paint: readonly ((cell: string) => string)[] = [
  (cell) => style('cyan', cell),
  (cell) => style('dim', cell),
  (cell) => style('dim', cell),
  (cell) => cell,
  (cell) => style('dim', cell),
]

/** Colours where standard output is a terminal and nobody objects (NO_COLOR). */
const style = (format: 'bold' | 'dim' | 'red' | 'cyan', text: string): string =>
  styleText(format, text, { stream: process.stdout })

function faultInWords({ fault, version }: Dissection, size: number): string {
  if (!fault) return ''
  const { field, offset, wanted } = fault
  switch (fault.fault) {
    case 'truncated':
      return `The packet ends too early: ${field} wants ${bytes(wanted)} at offset ${offset}, and ${bytes(Math.max(0, size - offset))} are left.`
    case 'version':
      return `This is version ${version ?? 'unknown'} of the protocol; version 2 is the one that is taken apart here.`
    case 'unexpected':
      return `No packet has this ${field} (offset ${offset})${wanted === 0 ? '' : `; ${wanted} was expected`}.`
  }
}

const bytes = (count: number): string => (count === 1 ? '1 byte' : `${count} bytes`)
