// What a run has measured: the shape of the JSON.
import type { Machine, ProcessReading } from '@seekyou/node-edge'
import type { Counts } from './crew/counts.ts'
import type { Tally } from './crew-words.ts'
import { Histogram } from './histogram.ts'
import { type PhaseName, phases } from './phases.ts'

/** The content of a JSON file; several reports are drawn side by side. */
export interface ReportFile {
  readonly machine: Machine
  readonly reports: readonly Report[]
}

/** One run against one server. */
export interface Report {
  readonly name: string
  readonly users: number
  /** How many processes played them. */
  readonly processes: number
  /** Memory of the server before anybody signed on, if its process was named. */
  readonly residentMiBBefore?: number
  readonly phases: readonly PhaseReport[]
}

/** One phase. What was due within the measured part counts for `timings`, what ended within it for `operations`. */
export interface PhaseReport {
  readonly phase: PhaseName
  readonly operation: string
  readonly users: number
  readonly seconds: number
  readonly operations: number
  readonly perSecond: number
  readonly timings: Readonly<Record<string, TimingReport>>
  /** What was to happen in the whole phase, and did not. */
  readonly lost: number
  /** Of the whole phase. */
  readonly counts: Counts
  /** Absent where the process was not named. */
  readonly server?: ServerReport
  readonly loadCpuPerOperationUs: number
  /** Programs that wanted a core in the minute before the phase ended, as the system averages them. */
  readonly loadAverage: number
}

/** How long something took, in milliseconds. */
export interface TimingReport {
  readonly count: number
  readonly mean: number
  readonly p50: number
  readonly p90: number
  readonly p99: number
  readonly max: number
  /** Points for a plot: of so many percent of all, none took longer. */
  readonly curve: readonly (readonly [percent: number, ms: number])[]
}

/** What the system says of the server's process within the measured part. */
export interface ServerReport {
  readonly cpuSeconds: number
  /** All its threads; absent in a phase that mixes several things, and where the phase is too short to tell. */
  readonly cpuPerOperationUs?: number
  readonly coresBusy: number
  /** At the end. */
  readonly residentMiB: number
  /** What it has grown since before anybody signed on, for each user on line. */
  readonly residentKiBPerUser: number
}

const curvePercents = [0, 10, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 99.95, 99.99, 100]

/** Adds up what the crews of a run have measured in one phase. */
export function reportPhase(
  phase: PhaseName,
  tallies: readonly Tally[],
  counts: Counts,
  { loadAverage, server }: { readonly loadAverage: number; readonly server: ServerReport | undefined },
): PhaseReport {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0)
  const operations = sum((tally) => tally.operations)
  const seconds = Math.max(...tallies.map((tally) => tally.seconds))
  return {
    phase,
    operation: phases[phase].operation,
    users: sum(({ onLine }) => onLine),
    seconds,
    operations,
    perSecond: seconds > 0 ? operations / seconds : 0,
    timings: Object.fromEntries(Object.keys(tallies[0]!.timings).map((name) => [name, timing(tallies, name)])),
    lost: Math.max(0, counts.expected - counts.met),
    counts,
    ...(server && { server }),
    loadCpuPerOperationUs: (sum(({ cpuSeconds }) => cpuSeconds) * 1e6) / Math.max(1, operations),
    loadAverage,
  }
}

/** What the server's process has used between two readings. */
export function reportServer(
  phase: PhaseName,
  [first, begun, ended]: readonly [first: ProcessReading, begun: ProcessReading, ended: ProcessReading],
  { operations, seconds, onLine }: { readonly operations: number; readonly seconds: number; readonly onLine: number },
): ServerReport {
  const cpuSeconds = ended.cpuSeconds - begun.cpuSeconds
  const isTold = phases[phase].isPure && operations > 0 && cpuSeconds > 0
  return {
    cpuSeconds,
    ...(isTold && { cpuPerOperationUs: (cpuSeconds * 1e6) / operations }),
    coresBusy: seconds > 0 ? cpuSeconds / seconds : 0,
    residentMiB: ended.residentMiB,
    residentKiBPerUser: ((ended.residentMiB - first.residentMiB) * 1024) / Math.max(1, onLine),
  }
}

function timing(tallies: readonly Tally[], name: string): TimingReport {
  const histogram = new Histogram()
  for (const { timings } of tallies) if (timings[name]) histogram.merge(timings[name])
  const { count, max, mean } = histogram
  // A JSON file has no NaN.
  if (count === 0) return { count, mean: 0, p50: 0, p90: 0, p99: 0, max: 0, curve: [] }
  const at = (percent: number): number => rounded(histogram.percentile(percent))
  return {
    count,
    mean: rounded(mean),
    p50: at(50),
    p90: at(90),
    p99: at(99),
    max: rounded(max),
    curve: curvePercents.map((percent) => [percent, at(percent)] as const),
  }
}

/** To the microsecond. */
const rounded = (ms: number): number => Math.round(ms * 1_000) / 1_000
