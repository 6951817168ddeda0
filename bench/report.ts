// Figures as a person reads them, beside what `seekyou bench` says itself.
import { type LoadReport, phaseOf } from './load-report.ts'
import type { Figures } from './measure.ts'
import type { BenchOptions } from './options.ts'
import type { Profile } from './profile.ts'
import { number, percent, table } from './table.ts'

/** What the reports do not say: packets, ratios, the disk. */
export function sayFigures(figures: Figures, { users, rounds, seconds }: BenchOptions): string {
  const { codec, reports, commitsPerMessage, durableCommitsPerSecond } = figures
  const [forwarder, seekyou, slow] = reports
  const packets = table([
    ['packets on one core (010E with 64 bytes, 042E, 006E)', 'per second'],
    ['decoded', number(codec.decodedPerSecond)],
    ['encoded', number(codec.encodedPerSecond)],
  ])
  const messages = table([
    ['', 'messages/s', 'µs CPU/message', 'cores busy', 'commits/message', 'lost', 'repeated', 'load µs/message'],
    rowCells(forwarder),
    rowCells(seekyou, commitsPerMessage.seekyou),
    ratioCells(seekyou, forwarder),
    rowCells(slow, commitsPerMessage.slow),
    ratioCells(slow, forwarder),
  ])
  return `${packets}

${number(users)} users, each with one message under way; medians of ${rounds} × ${seconds} s, taking turns
${messages}

yardstick: this disk makes ${number(durableCommitsPerSecond)} SQLite transactions a second durable, one after another`
}

/** The dearest functions of each thread. */
export function sayProfile({ report, threads }: Profile): string {
  const { perSecond, server } = phaseOf(report, 'message')
  const load = `${number(perSecond)} messages/s, ${number(server?.cpuPerOperationUs, 1)} µs CPU/message with the profiler running
Receiving from the network counts as idle time here; sending is part of doSend.`
  const parts = threads
    .filter(({ busy }) => busy > 0.01)
    .map(({ name, busy, rooms, spots }) => {
      const byRoom = table([
        [`${name}, busy ${percent(busy)}`, ''],
        ...rooms.slice(0, 12).map((room) => [room.name, percent(room.share)]),
      ])
      const bySpot = spots
        .slice(0, 40)
        .map(({ share, name, where }) => `${percent(share).padStart(7)}  ${name.padEnd(28)}  ${where}`.trimEnd())
      return `${byRoom}\n\n${bySpot.join('\n')}`
    })
  return [load, ...parts].join('\n\n')
}

function rowCells(report: LoadReport, commitsPerMessage?: number): string[] {
  const { perSecond, server, lost, counts, loadCpuPerOperationUs } = phaseOf(report, 'message')
  return [
    report.name,
    number(perSecond),
    number(server?.cpuPerOperationUs, 1),
    number(server?.coresBusy, 2),
    number(commitsPerMessage, 4),
    number(lost),
    number(counts.repeated),
    number(loadCpuPerOperationUs, 1),
  ]
}

function ratioCells(one: LoadReport, other: LoadReport): string[] {
  const [mine, theirs] = [phaseOf(one, 'message'), phaseOf(other, 'message')]
  const ratio = (a = Number.NaN, b = Number.NaN): string => `${number(a / b, 2)} ×`
  return [
    '  ratio to the forwarder',
    ratio(mine.perSecond, theirs.perSecond),
    ratio(mine.server?.cpuPerOperationUs, theirs.server?.cpuPerOperationUs),
  ]
}
