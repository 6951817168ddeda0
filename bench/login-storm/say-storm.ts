import type { BenchOptions } from '../options.ts'
import { number, percent, table } from '../table.ts'
import type { StormFigures, StormRound } from './measure-storm.ts'

/** How many seconds ten thousand may take, the first time and again. */
const aims = { first: 180, again: 30 }

/** The figures as a person reads them. */
export function sayStorm(
  { first, again, flood, sentByClients, server }: StormFigures,
  { users }: BenchOptions,
): string {
  const rounds = table([
    ['', 'on line', 'seconds', 'aim for 10,000', 'per second', 'repeated', 'refused', 'cores busy'],
    cells('first sign-ons', first, aims.first),
    cells('signed on again', again, aims.again),
  ])
  const { online, counters, residentMiB, cpuSeconds } = server
  const sent = flood.sent + sentByClients
  return `${number(users)} users sign on at once, limits on, default hash cost; clients repeat after 10 s
${rounds}

flood: ${number(flood.sent / flood.seconds)} bad sign-ons a second sent for ${number(flood.seconds, 1)} s, half for ${number(users)} other accounts, half for numbers that nobody has
of ${number(sent)} datagrams sent, flood and clients, the server counted ${number(counters.datagramsIn)} (${percent(counters.datagramsIn / sent)}); it met ${number(counters.checksIgnored)} checks of passwords with silence
server at the end: ${number(online)} on line, ${number(cpuSeconds, 1)} s of processor time since its start, ${number(residentMiB)} MiB resident`
}

const cells = (name: string, { onLine, seconds, repeated, refused, cpuSeconds }: StormRound, aim: number): string[] => [
  name,
  number(onLine),
  number(seconds, 1),
  `≤ ${aim}`,
  number(onLine / seconds),
  number(repeated),
  number(refused),
  number(cpuSeconds / seconds, 2),
]
