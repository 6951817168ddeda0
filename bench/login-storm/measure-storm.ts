// Everybody signs on at once, and once more, while a flood of wrong passwords comes in.
import { setTimeout as delay } from 'node:timers/promises'
import { runSeekyou } from '../../e2e/run-seekyou.ts'
import { newDataFolder, removeDataFolder, type StartedServer, startServer } from '../../e2e/started-server.ts'
import { cpuSeconds } from '../cpu-time.ts'
import type { BenchOptions } from '../options.ts'
import { residentMiB } from '../resident-memory.ts'
import { firstUin } from '../subjects.ts'
import { type ArrivalFigures, Arrivals } from './arrivals.ts'
import { prepareStorm } from './prepare-storm.ts'
import { type FloodFigures, startFlood } from './start-flood.ts'

/** One round of sign-ons, and the processor time of the server in it. */
export interface StormRound extends ArrivalFigures {
  readonly cpuSeconds: number
}

export interface StormFigures {
  readonly first: StormRound
  readonly again: StormRound
  readonly flood: FloodFigures
  /** Datagrams of the clients themselves. */
  readonly sentByClients: number
  /** Of the running server, after the second round. */
  readonly server: {
    readonly online: number
    readonly counters: Readonly<Record<'datagramsIn' | 'checksIgnored', number>>
    readonly residentMiB: number
    /** Since it was started. */
    readonly cpuSeconds: number
  }
}

/** Measured at the cost that passwords have when nothing is said, not at the tests' own. */
const defaultHashCost = ['--hash-cost', '4096:1']

/** How long each round is waited for; beyond, whoever is not on line is missing in the figures. */
const patienceMs = { first: 240_000, again: 60_000 }

/** Measures the real server with its limits on, and says on the way what is being done. */
export async function measureStorm(options: BenchOptions, say: (what: string) => void): Promise<StormFigures> {
  const data = await newDataFolder()
  try {
    say(`${2 * options.users} accounts`)
    await prepareStorm(data, options.users)
    const server = await startServer(data, { flags: defaultHashCost })
    return await storm(server, options, say).finally(server.stop)
  } finally {
    await removeDataFolder(data)
  }
}

async function storm(
  { data, port, pid }: StartedServer,
  { users, flood: rate, warmup }: BenchOptions,
  say: (what: string) => void,
): Promise<StormFigures> {
  const arrivals = new Arrivals(firstUin, users)
  await arrivals.open(port)
  const round = async (what: string, patienceMs: number): Promise<StormRound> => {
    say(what)
    const before = cpuSeconds(pid)
    const figures = await arrivals.signOn(patienceMs)
    return { ...figures, cpuSeconds: cpuSeconds(pid) - before }
  }
  const flood = await startFlood({ port, rate, first: firstUin + users, count: users })
  try {
    await delay(warmup * 1000)
    const first = await round(`${users} sign on`, patienceMs.first)
    const again = await round(`${users} sign on again`, patienceMs.again)
    const sent = await flood.stop()
    const { online, counters } = await statusOf(data)
    const server = { online, counters, residentMiB: residentMiB(pid), cpuSeconds: cpuSeconds(pid) }
    return { first, again, flood: sent, sentByClients: arrivals.sent, server }
  } finally {
    await flood.stop()
    arrivals.close()
  }
}

async function statusOf(data: string): Promise<Pick<StormFigures['server'], 'online' | 'counters'>> {
  const { exitCode, stdout, stderr } = await runSeekyou(['status', '--json', '--data', data])
  if (exitCode !== 0) throw new Error(`status failed: ${stderr}`)
  return JSON.parse(stdout) as Pick<StormFigures['server'], 'online' | 'counters'>
}
