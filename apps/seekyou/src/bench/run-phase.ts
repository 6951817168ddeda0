import { loadavg } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import type { ProcessReading } from '@seekyou/node-edge'
import { noCounts, plus } from './crew/counts.ts'
import type { Crews } from './crews.ts'
import { type PhaseName, phases } from './phases.ts'
import { type PhaseReport, reportPhase, reportServer } from './report.ts'

/** How a phase is run. */
export interface Conduct {
  readonly seconds: number
  readonly warmup: number
  /** Reads the server's process; undefined when nobody knows it. */
  readonly read: () => ProcessReading | undefined
  /** What it had used before anybody signed on. */
  readonly first: ProcessReading | undefined
  /** Ends the phase before its time. */
  readonly signal: AbortSignal
}

/** What came of a phase, and what only matters on the way. */
export interface Played {
  readonly report: PhaseReport
  readonly wrongPasswords: number
}

/** Lets all crews play one phase together. */
export async function runPhase(
  crews: Crews,
  phase: PhaseName,
  { seconds, warmup, read, first, signal }: Conduct,
): Promise<Played> {
  const tallying = crews.tallies()
  const stop = (): void => crews.order({ kind: 'stop' })
  signal.addEventListener('abort', stop)
  let begun = read()
  let ended: ProcessReading | undefined
  crews.order({ kind: 'start', phase })
  if (phases[phase].lasts) {
    await Promise.race([passed(warmup, signal), tallying])
    begun = read()
    crews.order({ kind: 'measure' })
    await Promise.race([passed(seconds, signal), tallying])
    ended = read()
    stop()
  }
  const tallies = await tallying
  signal.removeEventListener('abort', stop)
  ended ??= read()
  const counts = tallies.reduce((sum, tally) => plus(sum, tally.counts), noCounts())
  const measured = {
    operations: tallies.reduce((sum, { operations }) => sum + operations, 0),
    seconds: Math.max(...tallies.map((tally) => tally.seconds)),
    onLine: tallies.reduce((sum, { onLine }) => sum + onLine, 0),
  }
  const server = first && begun && ended ? reportServer(phase, [first, begun, ended], measured) : undefined
  return {
    report: reportPhase(phase, tallies, counts, { loadAverage: loadavg()[0] ?? 0, server }),
    wrongPasswords: tallies.reduce((sum, tally) => sum + tally.wrongPasswords, 0),
  }
}

/** Resolves early when there is nothing more to wait for. */
const passed = (seconds: number, signal: AbortSignal): Promise<void> =>
  delay(seconds * 1_000, undefined, { signal }).catch(() => {})
