// The real program for a long time under an ordinary day's load, and whether it stays as it was: memory, handles, promptness, and
// every promise to every client.
import { importUsers, newDataFolder, removeDataFolder, startServer } from '../started-server.ts'
import { Messages } from './messages.ts'
import { collecting, ServerProcess, type Status } from './process.ts'
import { type Counts, firstUin, Town, type TownOptions } from './town.ts'

export interface SoakOptions extends TownOptions {
  readonly minutes: number
  /** Called once a minute with how it goes. */
  readonly say: (line: string) => void
}

/** How the server was at one moment, after a collection of all garbage. Sizes in bytes. */
export interface Sample {
  /** Minutes since the load began. */
  readonly at: number
  /** What JavaScript holds, with its buffers outside the heap. */
  readonly held: number
  readonly rss: number
  /** Open files and sockets of the process. */
  readonly files: number
  /** What its event loop waits for. */
  readonly handles: number
  readonly online: number
  /** Of the minute before, in milliseconds. */
  readonly delayMs: Status['health']['delayMs']
}

export interface Soaked {
  readonly samples: readonly Sample[]
  readonly counts: Counts
  /** The server's own counters at the end. */
  readonly counters: Status['counters']
  readonly sent: number
  readonly acknowledged: number
  readonly shown: number
  readonly repeats: number
  /** Acknowledged and never shown. */
  readonly lost: number
  readonly complaints: readonly string[]
  /** Entries of contact lists that were wrong when all was quiet. */
  readonly wrongs: number
  readonly exitCode: number | null
  /** Processor time while the load lasted, as shares of one core. */
  readonly cpu: { readonly server: number; readonly clients: number }
}

/** So many samples are taken of a run, but not more than one in five seconds. */
const samplesMax = 120
const sampleEveryMsMin = 5_000
const minuteMs = 60_000

/** Starts a server with its default settings (except for cheap password hashes) and lets people live on it. */
export async function soak({ minutes, say, ...options }: SoakOptions): Promise<Soaked> {
  const data = await newDataFolder()
  const messages = new Messages()
  try {
    await importUsers(data, firstUin, options.users)
    const server = await startServer(data, { node: collecting })
    const town = new Town(server, options, messages)
    let view: ServerProcess | undefined
    try {
      view = await ServerProcess.of(server)
      await town.open()
      const begun = performance.now()
      const cpuBegun = { server: view.cpuSeconds, clients: process.cpuUsage() }
      const elapsed = (): number => (performance.now() - begun) / minuteMs
      const samples: Sample[] = []
      const everyMs = Math.max(sampleEveryMsMin, (minutes * minuteMs) / samplesMax)
      for (let minute = 1; elapsed() < minutes; ) {
        await passed(Math.min(everyMs, Math.max(0, (minutes - elapsed()) * minuteMs)))
        samples.push(await sample(view, elapsed()))
        if (elapsed() < minute) continue
        minute = Math.floor(elapsed()) + 1
        say(progress(samples.at(-1)!, messages, town.counts))
      }
      const seconds = (performance.now() - begun) / 1_000
      const { user, system } = process.cpuUsage(cpuBegun.clients)
      const cpu = {
        server: (view.cpuSeconds - cpuBegun.server) / seconds,
        clients: (user + system) / 1e6 / seconds,
      }
      await town.gather()
      const { counters } = await view.status()
      view.close()
      const { wrongs, counts } = town
      const { exitCode } = await server.stop()
      const { sent, acknowledged, shown, repeats, missing: lost, complaints } = messages
      return { samples, counts, counters, sent, acknowledged, shown, repeats, lost, complaints, wrongs, exitCode, cpu }
    } finally {
      town.close()
      view?.close()
      await server.kill()
    }
  } finally {
    await removeDataFolder(data)
  }
}

async function sample(view: ServerProcess, at: number): Promise<Sample> {
  const { online, health } = await view.collected()
  const { memory, handles, delayMs } = health
  return { at, held: memory.heapUsed + memory.external, rss: view.rss, files: view.files, handles, online, delayMs }
}

function progress({ at, held, rss, online, delayMs }: Sample, messages: Messages, counts: Counts): string {
  const mib = (bytes: number): string => (bytes / 2 ** 20).toFixed(2)
  return (
    `minute ${at.toFixed(1)}: ${online} on line, ${messages.sent} sent, ${messages.acknowledged} acknowledged, ` +
    `${messages.shown} shown, ${messages.repeats} repeated, ${counts.signOns} sign-ons; ${mib(held)} MiB held, ` +
    `${mib(rss)} MiB in all, late ${delayMs.p99} ms at 99 %, ${delayMs.max} at most`
  )
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
