import type { Captured } from './capture.ts'
import { codeText } from './filter.ts'

/**
 * Packets as JSON lines, one object each, for programs and bug reports. Passwords were never there; without `withTexts` neither is
 * what people wrote, nor bytes that nobody understands.
 */
export function jsonLines(packets: readonly Captured[], withTexts: boolean): string {
  return packets.map((packet) => `${JSON.stringify(plainOf(withTexts ? packet : withoutTexts(packet)))}\n`).join('')
}

function plainOf({
  at,
  direction,
  version,
  code,
  name,
  sequence,
  uin,
  size,
  times,
  ackMs,
  rows,
  hex,
  fault,
}: Captured) {
  return {
    at: new Date(at).toISOString(),
    direction,
    version,
    code: codeText(code),
    name,
    sequence,
    uin,
    bytes: size,
    times,
    ackMs,
    fields: Object.fromEntries(rows.map(({ field, value }) => [field, value])),
    hex,
    fault,
  }
}

const hidden = '••••••••'

function withoutTexts(packet: Captured): Captured {
  const pairs = packet.hex.split(' ')
  const isText = packet.rows.map(({ type }) => type === 'text' || type === 'bytes')
  packet.rows.forEach(({ offset, bytes }, at) => {
    if (isText[at]) pairs.fill('••', offset, offset + bytes)
  })
  const known = Math.max(0, ...packet.rows.map(({ offset, bytes }) => offset + bytes))
  return {
    ...packet,
    rows: packet.rows.map((row, at) => (isText[at] ? { ...row, value: hidden } : row)),
    hex: pairs.fill('••', known).join(' '),
  }
}

/** Has the browser save a text as a file. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
