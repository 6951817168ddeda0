import { logScale, shortNumber } from './scale.ts'
import { element, type Svg, text } from './svg.ts'

/** One row: a dot for each series that has a value; at least one does. */
export interface DotRow {
  readonly label: string
  readonly dots: readonly { readonly series: number; readonly value: number }[]
}

const lineHeight = 20
const labels = 180
const foot = 24

export const heightOfDots = (rows: readonly DotRow[]): number =>
  rows.reduce((sum, { dots }) => sum + dots.length * lineHeight + 8, foot)

/** Values on a logarithmic scale, a line for each, with the number beside the dot. At least one value is needed. */
export function drawDots(rows: readonly DotRow[], left: number, top: number, width: number): Svg {
  const all = rows.flatMap(({ dots }) => dots.map(({ value }) => value))
  const scale = logScale(Math.min(...all), Math.max(...all), left + labels, left + width - 60)
  const bottom = top + heightOfDots(rows) - foot
  const parts: Svg[] = scale.ticks.flatMap(({ value, label }) => [
    element('line', { class: 'grid', x1: scale.at(value), x2: scale.at(value), y1: top, y2: bottom }),
    element('text', { class: 'faint small', x: scale.at(value), y: bottom + 16, 'text-anchor': 'middle' }, text(label)),
  ])
  let y = top + 4
  for (const { label, dots } of rows) {
    const middle = y + (dots.length * lineHeight) / 2
    parts.push(element('text', { class: 'ink', x: left, y: middle + 4 }, text(label)))
    for (const [line, { series, value }] of dots.entries()) {
      const centre = y + (line + 0.5) * lineHeight
      parts.push(
        element('circle', { class: `f${series}`, cx: scale.at(value), cy: centre, r: 6 }),
        element('text', { class: 'ink small', x: scale.at(value) + 11, y: centre + 4 }, text(shortNumber(value))),
      )
    }
    y += dots.length * lineHeight + 8
  }
  return element('g', {}, ...parts)
}
