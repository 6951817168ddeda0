import { logScale, percentScale } from './scale.ts'
import { element, type Svg, text } from './svg.ts'

/** A line over the percentiles. */
export interface Curve {
  readonly series: number
  readonly isDashed: boolean
  readonly points: readonly (readonly [percent: number, ms: number])[]
}

const axis = 44
const head = 26
const foot = 24

/** How long something took, over the percentiles; milliseconds on a logarithmic scale. At least one curve is needed. */
export function drawCurves(
  title: string,
  curves: readonly Curve[],
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
): Svg {
  const all = curves.flatMap(({ points }) => points.map(([, ms]) => Math.max(ms, leastMs)))
  const x = percentScale(left + axis, left + width - 16)
  const bottom = top + height - foot
  const y = logScale(Math.min(...all), Math.max(...all), bottom, top + head)
  const line = (x1: number, y1: number, x2: number, y2: number): Svg =>
    element('line', { class: 'grid', x1, y1, x2, y2 })
  return element(
    'g',
    {},
    element('text', { class: 'ink', x: left, y: top + 12 }, text(title)),
    ...y.ticks.flatMap(({ value, label }) => [
      line(x.at(0), y.at(value), x.at(100), y.at(value)),
      element('text', { class: 'faint small', x: x.at(0) - 6, y: y.at(value) + 4, 'text-anchor': 'end' }, text(label)),
    ]),
    ...x.ticks.flatMap(({ value, label }) => [
      line(x.at(value), top + head, x.at(value), bottom),
      element('text', { class: 'faint small', x: x.at(value), y: bottom + 16, 'text-anchor': 'middle' }, text(label)),
    ]),
    ...curves.map(({ series, isDashed, points }) =>
      element('polyline', {
        class: `curve s${series}`,
        ...(isDashed && { 'stroke-dasharray': '5 4' }),
        points: points.map(([percent, ms]) => `${x.at(percent).toFixed(1)},${y.at(ms).toFixed(1)}`).join(' '),
      }),
    ),
  )
}

const leastMs = 0.001
