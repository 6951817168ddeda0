import { expect, test } from 'vitest'
import type { PhaseReport, ReportFile } from '../report.ts'
import { drawReports } from './draw-reports.ts'

const machine = { date: '2026-11-22' } as ReportFile['machine']

function phase(name: PhaseReport['phase'], cpuPerOperationUs?: number, curve: [number, number][] = []): PhaseReport {
  const server = cpuPerOperationUs === undefined ? {} : { server: { cpuPerOperationUs } }
  return { phase: name, operation: 'thing', timings: { done: { curve } }, ...server } as unknown as PhaseReport
}

const file = (...reports: [name: string, ...phases: PhaseReport[]][]): ReportFile => ({
  machine,
  reports: reports.map(([name, ...phases]) => ({ name, users: 1, processes: 1, phases })),
})

/** The names of all elements, if each is closed where it must be. */
function elements(svg: string): string[] {
  const open: string[] = []
  const names: string[] = []
  for (const [, end, name = '', alone] of svg.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
    if (end) expect(open.pop()).toBe(name)
    else {
      names.push(name)
      if (!alone) open.push(name)
    }
  }
  expect(open).toEqual([])
  return names
}

const curve: [number, number][] = [
  [0, 0],
  [50, 0.5],
  [99, 20],
  [100, 3_000],
]

test('each report has its colour in the legend, a dot for what it cost and a line for how long it took', () => {
  const svg = drawReports(
    file(
      ['one', phase('message', 20, curve), phase('churn', undefined, curve)],
      ['two', phase('message', 31.4, curve), phase('idle', 0.4)],
    ),
  )
  const names = elements(svg)
  expect(names.filter((name) => name === 'circle')).toHaveLength(2 + 3)
  expect(names.filter((name) => name === 'polyline')).toHaveLength(3)
  expect(svg).toContain('>31.4<')
  expect(svg).toContain('>churn: done<')
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
})

test('it is readable on light and on dark pages', () => {
  expect(drawReports(file(['one', phase('message', 1)]))).toMatch(
    /<style>.*\.ground.*prefers-color-scheme:dark.*\.ground/,
  )
})

test('a name is a name, whatever it looks like', () => {
  const svg = drawReports(file(['<script>&"\u0007', phase('message', 1)]))
  expect(svg).toContain('&lt;script&gt;&amp;&quot;\ufffd')
  expect(elements(svg)).not.toContain('script')
})

test('a report without figures is only a legend', () => {
  expect(elements(drawReports(file(['one'])))).toEqual(['svg', 'title', 'style', 'rect', 'circle', 'text', 'text'])
})
