import type { Report, ReportFile } from '../report.ts'
import { type Curve, drawCurves } from './curves.ts'
import { type DotRow, drawDots, heightOfDots } from './dots.ts'
import { element, picture, type Svg, seriesMax, text } from './svg.ts'

const width = 960
const margin = 24
const curvesHeight = 210
const gap = 20

/**
 * Reports in one picture, a colour each: what an operation costs the server, and how long it takes. What nobody has measured is
 * left out; a phase that was played several times is shown as it was the last time.
 */
export function drawReports({ machine, reports: all }: ReportFile): string {
  const reports = all.slice(0, seriesMax)
  const names = [...new Set(reports.flatMap(({ phases }) => phases.map(({ phase }) => phase)))]
  const parts: Svg[] = [...legend(reports, machine.date)]
  let y = 84

  const rows = names.map((name) => rowOf(reports, name)).filter(({ dots }) => dots.length > 0)
  if (rows.length > 0) {
    parts.push(heading('Processor time of the server for one operation, in µs', y))
    parts.push(drawDots(rows, margin, y + 10, width - 2 * margin))
    y += 10 + heightOfDots(rows) + 2 * gap
  }

  const panels = names
    .map((name) => ({ name, curves: curvesOf(reports, name) }))
    .filter(({ curves }) => curves.length > 0)
  if (panels.length > 0) {
    parts.push(heading('How long it took, in ms, from when it was due, over the percentiles', y))
    y += 14
    const panelWidth = (width - 2 * margin - gap) / 2
    for (const [index, { name, curves }] of panels.entries()) {
      const left = margin + (index % 2) * (panelWidth + gap)
      const top = y + Math.floor(index / 2) * (curvesHeight + gap)
      const title = `${name}: ${namesOf(reports, name).join(', dashed: ')}`
      parts.push(drawCurves(title, curves, { left, top, width: panelWidth, height: curvesHeight }))
    }
    y += Math.ceil(panels.length / 2) * (curvesHeight + gap)
  }
  return picture(width, y, `Measured: ${reports.map(({ name }) => name).join(', ')}`, ...parts)
}

const lastOf = ({ phases }: Report, name: string) => phases.findLast(({ phase }) => phase === name)

function rowOf(reports: readonly Report[], name: string): DotRow {
  const played = reports.map((report) => lastOf(report, name))
  const operation = played.find((phase) => phase !== undefined)?.operation
  const dots = played.flatMap((phase, series) => {
    const value = phase?.server?.cpuPerOperationUs
    return value === undefined ? [] : [{ series, value }]
  })
  return { label: `${name}: ${operation}`, dots }
}

const heading = (content: string, y: number): Svg => element('text', { class: 'ink head', x: margin, y }, text(content))

function legend(reports: readonly Report[], date: string): Svg[] {
  let x = margin
  const parts = reports.flatMap(({ name }, series) => {
    const at = x
    x += 40 + name.length * 7.5
    return [
      element('circle', { class: `f${series}`, cx: at + 6, cy: 30, r: 6 }),
      element('text', { class: 'ink', x: at + 18, y: 34 }, text(name)),
    ]
  })
  const day = element('text', { class: 'faint small', x: width - margin, y: 56, 'text-anchor': 'end' }, text(date))
  return [...parts, day]
}

/** What is timed in a phase: the operation itself and one thing more. */
const namesOf = (reports: readonly Report[], name: string): string[] =>
  [...new Set(reports.flatMap((report) => Object.keys(lastOf(report, name)?.timings ?? {})))].slice(0, 2)

function curvesOf(reports: readonly Report[], name: string): Curve[] {
  return reports.flatMap((report, series) =>
    namesOf(reports, name).flatMap((what, index) => {
      const points = lastOf(report, name)?.timings[what]?.curve ?? []
      return points.length === 0 ? [] : [{ series, isDashed: index > 0, points }]
    }),
  )
}
