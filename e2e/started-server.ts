// The real program in a data folder of its own: `seekyou serve`, started and stopped as a person would.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Endpoint } from './raw-client.ts'
import { type Ended, endOf, type RunOptions, runSeekyou, spawnSeekyou } from './run-seekyou.ts'

/** Hashes passwords as cheaply as the program allows, so that tests do not wait for argon2id. */
export const cheapHashes: readonly string[] = ['--hash-cost', '64:1']

/** The password of every account that `importUsers` makes. */
export const password = 'secret'

export interface ServerOptions extends Omit<RunOptions, 'input'> {
  /** Options of `seekyou serve` beside the ones that a test always needs. */
  readonly flags?: readonly string[]
  /** Where to listen on 127.0.0.1; by default on a free port. */
  readonly port?: number
  /** Called as soon as the process is there, with what ends it even before it is ready. */
  readonly spawned?: (kill: () => void) => void
}

export interface StartedServer extends Endpoint {
  readonly pid: number
  readonly data: string
  /** Where it listens for browsers: `127.0.0.1:8080`; undefined unless a flag says so. */
  readonly http: string | undefined
  /** Everything that the program has written to standard output until it was ready. */
  readonly greeting: string
  /** Asks the program to stop, and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
  /** Ends the process as a power cut would, and waits until it is gone. */
  kill(): Promise<Ended>
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<Ended>
}

/** An empty folder for the data of one server. */
export const newDataFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'seekyou-'))

/** Removes a data folder with everything in it. */
export const removeDataFolder = (data: string): Promise<void> => rm(data, { recursive: true, force: true })

/** Makes `count` accounts from the number `first` on. */
export async function importUsers(data: string, first: number, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, index) =>
    JSON.stringify({ uin: first + index, password, nick: `user ${index}` }),
  )
  const args = ['user', 'import', '-', '--data', data, ...cheapHashes]
  const { exitCode, stderr } = await runSeekyou(args, { input: `${rows.join('\n')}\n` })
  if (exitCode !== 0) throw new Error(`user import failed: ${stderr}`)
}

/** Starts a server on this data folder, and waits until it is ready. Rejects when it ends before that. */
export function startServer(
  data: string,
  { flags = [], port = 0, spawned, ...options }: ServerOptions = {},
): Promise<StartedServer> {
  const args = ['serve', '--udp', `127.0.0.1:${port}`, '--data', data, ...cheapHashes, ...flags]
  const child = spawnSeekyou(args, options)
  spawned?.(() => child.kill('SIGKILL'))
  const ended = endOf(child)
  const end = (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal)
    return ended
  }
  return new Promise((resolve, reject) => {
    let greeting = ''
    child.stdout.on('data', (text: string) => {
      greeting += text
      const [, host, port] = /^udp (\S+):(\d+)$/m.exec(greeting) ?? []
      if (host === undefined || !/^.*ready.*$/m.test(greeting)) return
      const stop = (signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> => end(signal)
      const http = /^http (\S+)$/m.exec(greeting)?.[1]
      const kill = (): Promise<Ended> => end('SIGKILL')
      resolve({ host, port: Number(port), http, pid: child.pid!, data, greeting, stop, kill, ended })
    })
    ended.then(({ exitCode, stderr }) => reject(new Error(`the server ended (${exitCode}): ${stderr}`)), reject)
  })
}
