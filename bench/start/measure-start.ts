import { statSync } from 'node:fs'
import { join } from 'node:path'
import { readProcess } from '@seekyou/node-edge'
import { newDataFolder, removeDataFolder, startServer } from '../../e2e/started-server.ts'
import { statusOf } from '../status-of.ts'
import { median } from '../table.ts'
import type { StartOptions } from './options.ts'
import { prepareStart } from './prepare-start.ts'

/** How long the real program took from its start as a process until it said `ready`, and what it had used then. Medians. */
export interface StartFigures {
  readonly seconds: number
  readonly slowest: number
  readonly cpuSeconds: number
  readonly residentMiB: number
}

export interface AllStartFigures {
  readonly empty: StartFigures
  readonly full: StartFigures
  /** The same folder, when the process before was killed. */
  readonly killed: StartFigures
  /** What the full database takes on the disk. */
  readonly databaseMiB: number
}

/** Starts the real program on an empty folder and on a full one, in turns, and says on the way what is being done. */
export async function measureStart(options: StartOptions, say: (what: string) => void): Promise<AllStartFigures> {
  const data = await newDataFolder()
  try {
    say(`${options.accounts} accounts, ${options.messages} messages, ${options.links} links`)
    await prepareStart(data, options)
    const empty: Start[] = []
    const full: Start[] = []
    const killed: Start[] = []
    for (let round = 1; round <= options.rounds; round++) {
      say(`round ${round} of ${options.rounds}`)
      empty.push(await startEmpty())
      full.push(await start(data, 'kill', options.links))
      killed.push(await start(data, 'stop', options.links))
    }
    const databaseMiB = statSync(join(data, 'seekyou.db')).size / 2 ** 20
    return { empty: figuresOf(empty), full: figuresOf(full), killed: figuresOf(killed), databaseMiB }
  } finally {
    await removeDataFolder(data)
  }
}

type Start = Omit<StartFigures, 'slowest'>

async function startEmpty(): Promise<Start> {
  const data = await newDataFolder()
  try {
    return await start(data, 'stop', 0)
  } finally {
    await removeDataFolder(data)
  }
}

async function start(data: string, end: 'stop' | 'kill', links: number): Promise<Start> {
  const begun = performance.now()
  const server = await startServer(data)
  const seconds = (performance.now() - begun) / 1000
  const figures = { seconds, ...readProcess(server.pid) }
  const { online } = await statusOf(server)
  if (online !== links) throw new Error(`${online} on line instead of ${links}`)
  await server[end]()
  return figures
}

function figuresOf(starts: readonly Start[]): StartFigures {
  const middle = (of: (start: Start) => number): number => median(starts.map(of))
  return {
    seconds: middle(({ seconds }) => seconds),
    slowest: Math.max(...starts.map(({ seconds }) => seconds)),
    cpuSeconds: middle(({ cpuSeconds }) => cpuSeconds),
    residentMiB: middle(({ residentMiB }) => residentMiB),
  }
}
