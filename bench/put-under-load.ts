import { type Ended, endOf, spawnSeekyou } from '../e2e/run-seekyou.ts'
import { password } from '../e2e/started-server.ts'
import type { LoadFile, LoadReport } from './load-report.ts'
import { firstUin } from './subjects.ts'

/** Options of `seekyou bench`, under their own names. */
export interface Load {
  readonly name: string
  readonly phases: readonly string[]
  readonly users: number
  readonly first?: number
  readonly seconds?: number
  readonly warmup?: number
  readonly rate?: number
  readonly abreast?: number
  readonly patience?: number
  /** How long recipients wait before they acknowledge, in milliseconds. */
  readonly slowness?: number
}

/** What came of a load, and where. */
export interface Loaded {
  readonly machine: unknown
  readonly report: LoadReport
}

/** A load that goes on. */
export interface RunningLoad {
  /** Ends its phase and waits for the end. */
  stop(): Promise<Loaded>
  /** Rejects when the load could not go on, or was told things that it did not expect. */
  readonly ended: Promise<Loaded>
}

/** Puts a server under load, from other processes. Without `pid` nobody reads what it uses. */
export function startLoad({ port, pid }: { readonly port: number; readonly pid?: number }, load: Load): RunningLoad {
  const options = { server: `127.0.0.1:${port}`, ...(pid && { pid }), password, first: firstUin, json: '-', ...load }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawnSeekyou(['bench', ...args])
  const ended = endOf(child).then(readReport)
  // Whoever stops the load hears of it.
  ended.catch(() => {})
  return {
    ended,
    stop() {
      child.kill('SIGINT')
      return ended
    },
  }
}

function readReport({ exitCode, stdout, stderr }: Ended): Loaded {
  if (exitCode !== 0) throw new Error(`the load ended with ${exitCode}: ${stderr}`)
  const { machine, reports } = JSON.parse(stdout) as LoadFile
  const [report] = reports
  if (report === undefined) throw new Error('the load reported nothing')
  for (const { phase, counts } of report.phases) {
    if (counts.unexpected > 0)
      throw new Error(`in ${phase} the load was told ${counts.unexpected} things that it did not expect`)
  }
  return { machine, report }
}
