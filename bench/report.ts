// Figures as a person reads them.
import type { Latency } from './generator/load-figures.ts'
import type { MachineSize } from './machine.ts'
import { type Figures, type Row, slownessMs } from './measure.ts'
import type { BenchOptions } from './options.ts'
import type { Profile } from './profile.ts'
import { number, percent, table } from './table.ts'

export const sayMachine = (machine: MachineSize): string =>
  `${machine.date}  Node.js ${machine.node}  ${machine.system}
${machine.processor}, ${machine.cores} cores, ${number(machine.memoryGiB, 1)} GiB; load average before the run ${number(machine.busyBefore, 2)}`

export function sayFigures(figures: Figures, { users, rounds, seconds, rate }: BenchOptions): string {
  const { codec, forwarder, seekyou, seekyouSlow, latency, durableCommitsPerSecond } = figures
  const packets = table([
    ['packets on one core (010E with 64 bytes, 042E, 006E)', 'per second'],
    ['decoded', number(codec.decodedPerSecond)],
    ['encoded', number(codec.encodedPerSecond)],
  ])
  const messages = table([
    ['', 'messages/s', 'µs CPU/message', 'cores busy', 'commits/message', 'resent', 'repeated', 'generator µs/message'],
    rowCells('bare forwarder (promises nothing)', forwarder),
    rowCells('seekyou (durable)', seekyou),
    [
      '  ratio',
      ratio(seekyou.messagesPerSecond, forwarder.messagesPerSecond),
      ratio(seekyou.cpuPerMessage, forwarder.cpuPerMessage),
    ],
    rowCells(`seekyou, recipients acknowledge after ${slownessMs} ms`, seekyouSlow),
    [
      '  ratio',
      ratio(seekyouSlow.messagesPerSecond, forwarder.messagesPerSecond),
      ratio(seekyouSlow.cpuPerMessage, forwarder.cpuPerMessage),
    ],
  ])
  const delays = table([
    [`ms at ${number(rate)} messages/s`, 'shown p50', 'shown p99', 'acknowledged p50', 'acknowledged p99', 'missed'],
    latencyCells('bare forwarder', latency.forwarder),
    latencyCells('seekyou', latency.seekyou),
  ])
  return `${packets}

${number(users)} users, each with one message under way; medians of ${rounds} × ${seconds} s, taking turns
${messages}

${delays}

yardstick: this disk makes ${number(durableCommitsPerSecond)} SQLite transactions a second durable, one after another`
}

/** The dearest functions of each thread. */
export function sayProfile({ figures, threads }: Profile): string {
  const load = `${number(figures.delivered / figures.seconds)} messages/s, ${number((figures.cpuSeconds * 1e6) / figures.delivered, 1)} µs CPU/message with the profiler running
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

const rowCells = (name: string, row: Row): string[] => [
  name,
  number(row.messagesPerSecond),
  number(row.cpuPerMessage, 1),
  number(row.coresBusy, 2),
  number(row.commitsPerMessage, 4),
  number(row.resent),
  number(row.repeated),
  number(row.generatorCpuPerMessage, 1),
]

const latencyCells = (name: string, latency: Latency): string[] => [
  name,
  number(latency.shownP50, 2),
  number(latency.shownP99, 2),
  number(latency.acknowledgedP50, 2),
  number(latency.acknowledgedP99, 2),
  number(latency.missed),
]

const ratio = (one: number, other: number): string => `${number(one / other, 2)} ×`
