/** One column: what stands above it, and where its texts lean. */
export interface Column {
  readonly title: string
  readonly align?: 'left' | 'right'
}

/** Rows under their titles, columns two spaces apart, nothing after the last. `paint` colours a padded cell. */
export function textTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  paint: (cell: string, column: number, row: number | 'title') => string = (cell) => cell,
): string {
  const lines = [columns.map(({ title }) => title), ...rows]
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => widthOf(line[at] ?? ''))))
  return lines
    .map((line, index) =>
      columns
        .map(({ align }, at) => {
          const cell = line[at] ?? ''
          const gap = ' '.repeat(widths[at]! - widthOf(cell))
          const padded = align === 'right' ? gap + cell : at === columns.length - 1 ? cell : cell + gap
          return paint(padded, at, index === 0 ? 'title' : index - 1)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const widthOf = (text: string): number => [...text].length

/**
 * A text from the network, safe to show: control, format and line characters as `\x1b` or `\u{202e}`. Bytes without a character,
 * which code pages decode to U+F700 and the byte, are shown as the byte: `\x81`.
 */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0
    const code = point >= 0xf700 && point <= 0xf7ff ? point - 0xf700 : point
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
  })
