import { type LoadPhase, phaseOf } from '../load-report.ts'
import type { BenchOptions } from '../options.ts'
import { number, percent, table } from '../table.ts'
import type { StormFigures } from './measure-storm.ts'

/** How many seconds ten thousand may take, the first time and again; how many milliseconds 99 % of all messages. */
const aims = { first: 180, again: 30, messageMs: 50 }

/** The figures as a person reads them. */
export function sayStorm({ reports: [storm, chat], flood, server }: StormFigures, { users }: BenchOptions): string {
  const [first, again] = storm.phases as readonly [LoadPhase, LoadPhase]
  const rounds = table([
    ['', 'on line', 'seconds', 'aim for 10,000', 'per second', 'sent again', 'refused', 'cores busy'],
    cells('first sign-ons', first, aims.first),
    cells('signed on again', again, aims.again),
  ])
  const messages = phaseOf(chat, 'message-rate')
  const delays = table([
    ['', 'messages', 'lost', 'p50 ms', 'p99 ms', 'aim', 'max ms'],
    ...['shown', 'acknowledged'].map((what) => delayCells(what, messages)),
  ])
  const { online, counters } = server
  const sent = [...storm.phases, ...chat.phases].reduce((sum, { counts }) => sum + counts.datagramsOut, flood.sent)
  return `${number(users)} users sign on at once, limits on, default hash cost; clients repeat after 10 s
${rounds}

${number(messages.users)} users chat meanwhile, ${number(messages.perSecond)} messages a second
${delays}

flood: ${number(flood.sent / flood.seconds)} bad sign-ons a second sent for ${number(flood.seconds, 1)} s, half for ${number(users)} other accounts, half for numbers that nobody has
of ${number(sent)} datagrams sent, flood and clients, the server counted ${number(counters.datagramsIn)} (${percent(counters.datagramsIn / sent)}); it met ${number(counters.checksIgnored)} checks of passwords with silence
server at the end: ${number(online)} on line, ${number(again.server?.residentMiB)} MiB resident`
}

const cells = (name: string, { seconds, users, counts, server }: LoadPhase, aim: number): string[] => [
  name,
  number(users),
  number(seconds, 1),
  `≤ ${aim}`,
  number(users / seconds),
  number(counts.resent),
  number(counts.refused),
  number(server?.coresBusy, 2),
]

function delayCells(what: string, { timings, lost }: LoadPhase): string[] {
  const timing = timings[what]
  return [
    what,
    number(timing?.count),
    number(lost),
    number(timing?.p50, 2),
    number(timing?.p99, 2),
    `≤ ${aims.messageMs}`,
    number(timing?.max, 2),
  ]
}
