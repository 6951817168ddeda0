// Everybody signs on at once, and once more, while a flood of wrong passwords comes in and some hundred users chat.
import { setTimeout as delay } from 'node:timers/promises'
import { newDataFolder, removeDataFolder, type StartedServer, startServer } from '../../e2e/started-server.ts'
import type { LoadReport } from '../load-report.ts'
import type { BenchOptions } from '../options.ts'
import { type RunningLoad, startLoad } from '../put-under-load.ts'
import { type ServerStatus, statusOf } from '../status-of.ts'
import { firstUin } from '../subjects.ts'
import { prepareStorm } from './prepare-storm.ts'
import { type FloodFigures, startFlood } from './start-flood.ts'

/** What `npm run bench -- --login-storm` finds out. */
export interface StormFigures {
  /** Where, and how busy it was before. */
  readonly machine: unknown
  /** Those who sign on, twice, and those who chat meanwhile. */
  readonly reports: readonly [storm: LoadReport, chat: LoadReport]
  readonly flood: FloodFigures
  /** Of the running server, in the end. */
  readonly server: ServerStatus
}

/** Measured at the cost that passwords have when nothing is said, not at the tests' own. */
const defaultHashCost = ['--hash-cost', '4096:1']

/** How long each round is waited for, in seconds; beyond, whoever is not on line is missing in the figures. */
const patience = 240
/** Longer than any storm: the chat is ended when the storm is over. */
const untilStopped = 100_000
const lookEveryMs = 500

/** Measures the real server with its limits on, and says on the way what is being done. */
export async function measureStorm(options: BenchOptions, say: (what: string) => void): Promise<StormFigures> {
  const data = await newDataFolder()
  try {
    say(`${2 * options.users + options.chatters} accounts`)
    await prepareStorm(data, options.users, options.chatters)
    const server = await startServer(data, { flags: defaultHashCost })
    return await storm(server, options, say).finally(server.stop)
  } finally {
    await removeDataFolder(data)
  }
}

async function storm(server: StartedServer, options: BenchOptions, say: (what: string) => void): Promise<StormFigures> {
  const { users, flood: rate, warmup } = options
  say(`${options.chatters} users begin to chat`)
  const chat = await startChat(server, options)
  const flood = await startFlood({ port: server.port, rate, first: firstUin + users, count: users })
  try {
    await delay(warmup * 1000)
    say(`${users} users sign on, and once more`)
    const phases = ['login', 'login']
    const storming = startLoad(server, { name: 'storm', phases, users, abreast: users, patience })
    const { machine, report } = await storming.ended
    say('the chat comes to its end')
    const sent = await flood.stop()
    const chatted = await chat.stop()
    return { machine, reports: [report, chatted.report], flood: sent, server: await statusOf(server) }
  } finally {
    await flood.stop()
    await chat.stop().catch(() => {})
  }
}

/** Some users who write to each other, each seldom enough for the server's limits, until they are stopped. */
async function startChat(server: StartedServer, options: BenchOptions): Promise<RunningLoad> {
  const { users, chatters, chat: rate, warmup } = options
  const first = firstUin + 2 * users
  const phases = ['login', 'message-rate']
  const load = { name: 'chat during the storm', phases, users: chatters, first, rate, warmup, seconds: untilStopped }
  // What the server uses meanwhile, it uses for the storm.
  const chat = startLoad({ port: server.port }, load)
  const isOver = chat.ended.then(() => true)
  while ((await statusOf(server)).online < chatters) {
    const ended = await Promise.race([isOver, delay(lookEveryMs, false)])
    if (ended) throw new Error('the chat ended before it began')
  }
  return chat
}
