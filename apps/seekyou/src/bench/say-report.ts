// A report as a person reads it.
import { type Column, textTable } from '../terminal/text-table.ts'
import type { PhaseReport, Report } from './report.ts'

/** What happened in each phase, and how long it took. */
export function sayReport({ name, users, processes, phases }: Report): string {
  const happened = textTable(
    columns(
      'phase',
      'users',
      'seconds',
      'of',
      'done',
      'per second',
      'µs CPU each',
      'cores busy',
      'MiB',
      'KiB/user',
      'µs load each',
      'load avg',
    ),
    phases.map(happenedCells),
  )
  const fates = textTable(
    columns(
      'phase',
      'lost',
      'repeated',
      'out of turn',
      'duplicates',
      'resent',
      'given up',
      'refused',
      'unexpected',
      'socket errors',
      'datagrams out',
      'in',
    ),
    phases.map(fateCells),
  )
  const delays = textTable(
    columns('ms', 'count', 'mean', 'p50', 'p90', 'p99', 'max'),
    phases.flatMap((phase) =>
      Object.entries(phase.timings).map(([what, timing]) => [
        `${phase.phase}: ${what}`,
        number(timing.count),
        ...[timing.mean, timing.p50, timing.p90, timing.p99, timing.max].map((ms) => number(ms, 2)),
      ]),
    ),
  )
  const load = processes > 1 ? `, played by ${processes} processes` : ''
  return `${name}: ${number(users)} users${load}\n${happened}\n\n${fates}\n\n${delays}`
}

const happenedCells = ({
  phase,
  users,
  seconds,
  operation,
  operations,
  perSecond,
  server,
  ...rest
}: PhaseReport): string[] => [
  phase,
  number(users),
  number(seconds, 2),
  operation,
  number(operations),
  number(perSecond, perSecond < 100 ? 1 : 0),
  number(server?.cpuPerOperationUs, 1),
  number(server?.coresBusy, 2),
  number(server?.residentMiB),
  number(server?.residentKiBPerUser, 1),
  number(rest.loadCpuPerOperationUs, 1),
  number(rest.loadAverage, 2),
]

const fateCells = ({ phase, lost, counts }: PhaseReport): string[] => [
  phase,
  ...[
    lost,
    counts.repeated,
    counts.outOfTurn,
    counts.duplicates,
    counts.resent,
    counts.givenUp,
    counts.refused,
    counts.unexpected,
    counts.socketErrors,
    counts.datagramsOut,
    counts.datagramsIn,
  ].map((count) => number(count)),
]

const columns = (first: string, ...others: readonly string[]): Column[] => [
  { title: first },
  ...others.map((title) => ({ title, align: title === 'of' ? 'left' : 'right' }) as const),
]

/** `1234567.8` → `1,234,568`; with `digits` as many behind the point. Nothing for what was not measured. */
const number = (value: number | undefined, digits = 0): string =>
  value === undefined
    ? ''
    : value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
