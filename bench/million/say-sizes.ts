import { number, table } from '../table.ts'
import type { Cost, SizeFigures } from './measure-size.ts'

/** An aim of docs/promises.md, and whether it was reached. */
export interface Judgement {
  readonly aim: string
  readonly reached: string
  readonly isReached: boolean
}

/** Bytes of one user. */
const memoryAim = 4_096
/** How much more a message may cost in the largest crowd of up to a hundred thousand than in the smallest. */
const growthAim = 1.3

/** What is held against the promises: only figures of crowds that are large enough to mean something. */
export function judge(figures: readonly SizeFigures[]): Judgement[] {
  const [smallest] = figures as readonly [SizeFigures]
  const largest = figures.at(-1)!
  const judgements = [
    {
      aim: `bytes in use for one of ${number(largest.users)} users ≤ ${number(memoryAim)}`,
      reached: number(largest.idle.used),
      isReached: largest.idle.used <= memoryAim,
    },
  ]
  const grown = figures.find(({ users }) => users === 100_000)
  if (grown && grown !== smallest) {
    const growth = grown.message.cpu / smallest.message.cpu
    judgements.push({
      aim: `a message among ${number(grown.users)} costs ≤ ${growthAim} × one among ${number(smallest.users)}`,
      reached: `${number(growth, 2)} ×`,
      isReached: growth <= growthAim,
    })
  }
  return judgements
}

/** A table of all sizes, and what is promised. */
export function saySizes(figures: readonly SizeFigures[]): string {
  const { contacts } = figures[0]!
  const cost = ({ cpu, longestMs }: Cost): readonly string[] => [number(cpu, 1), number(longestMs, 1)]
  const rows = figures.map(({ users, idle, busy, signOn, keepAlive, message }) => [
    number(users),
    number(idle.used),
    number(idle.resident),
    number(idle.living),
    number(busy.used),
    number(1e6 / signOn.cpu),
    number(signOn.longestMs, 1),
    ...cost(keepAlive),
    number((keepAlive.cpu * keepAlive.count) / 1e6, 1),
    ...cost(message),
    `${number(message.cpu / figures[0]!.message.cpu, 2)} ×`,
  ])
  const head = [
    `users, ${contacts} contacts each`,
    'bytes each',
    'resident',
    'with garbage',
    'after writing',
    'sign-ons/CPU s',
    'longest call ms',
    'µs/keep-alive',
    'longest ms',
    's/round of all',
    'µs/message',
    'longest ms',
    'ratio',
  ]
  const promises = judge(figures).map(
    ({ aim, reached, isReached }) => `${aim}: ${reached}, ${isReached ? 'reached' : 'not reached'}`,
  )
  return [table([head, ...rows]), '', ...promises].join('\n')
}
