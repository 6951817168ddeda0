import { expect, test } from 'vitest'
import { noCounts } from './crew/counts.ts'
import type { Tally } from './crew-words.ts'
import { Histogram } from './histogram.ts'
import { reportPhase, reportServer } from './report.ts'

const crew = (ms: readonly number[], rest: Partial<Tally> = {}): Tally => {
  const histogram = new Histogram()
  for (const one of ms) histogram.add(one)
  return {
    seconds: 2,
    operations: ms.length,
    timings: { shown: histogram.data() },
    counts: noCounts(),
    onLine: 10,
    wrongPasswords: 0,
    cpuSeconds: 0.5,
    ...rest,
  }
}

test('what several crews have measured is one figure', () => {
  const counts = { ...noCounts(), expected: 6, met: 5 }
  const tallies = [crew([1, 2]), crew([3, 4], { seconds: 1.9 })]
  const report = reportPhase('message', tallies, counts, { loadAverage: 1, server: undefined })
  expect(report).toMatchObject({
    phase: 'message',
    operation: 'message',
    users: 20,
    seconds: 2,
    operations: 4,
    perSecond: 2,
    lost: 1,
    loadCpuPerOperationUs: 250_000,
    timings: { shown: { count: 4, mean: 2.5, max: 4 } },
  })
  expect('server' in report).toBe(false)
})

test('where nothing happened, the report has no number that JSON cannot say', () => {
  const report = reportPhase('idle', [crew([], { seconds: 0 })], noCounts(), { loadAverage: 0, server: undefined })
  expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  expect(report).toMatchObject({ perSecond: 0, timings: { shown: { count: 0, p99: 0, curve: [] } } })
})

const readings = [
  { cpuSeconds: 1, residentMiB: 100 },
  { cpuSeconds: 2, residentMiB: 110 },
  { cpuSeconds: 2.5, residentMiB: 101 },
] as const

test('the processor time of the measured part is shared by its operations, the grown memory by the users', () => {
  const measured = { operations: 1_000, seconds: 2, onLine: 512 }
  expect(reportServer('message', readings, measured)).toEqual({
    cpuSeconds: 0.5,
    cpuPerOperationUs: 500,
    coresBusy: 0.25,
    residentMiB: 101,
    residentKiBPerUser: 2,
  })
  expect('cpuPerOperationUs' in reportServer('churn', readings, measured)).toBe(false)
  expect('cpuPerOperationUs' in reportServer('message', readings, { ...measured, operations: 0 })).toBe(false)
})
