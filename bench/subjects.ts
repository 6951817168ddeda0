// What is measured: the real server, and a bare forwarder to compare it with. Each is a process of its own.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { importUsers, newDataFolder, removeDataFolder, startServer } from '../e2e/started-server.ts'

/** A process under load. */
export interface Subject {
  readonly port: number
  readonly pid: number
  /** Ends it. Returns how often it has committed since it was started, if it was counted. */
  stop(): Promise<number | undefined>
}

/** The number of the first of the users who write. */
export const firstUin = 1_000_001

/** Accounts for a crowd, in a folder that serves any number of servers one after another. */
export async function prepareData(users: number): Promise<{ readonly data: string; remove(): Promise<void> }> {
  const data = await newDataFolder()
  await importUsers(data, firstUin, users)
  return { data, remove: () => removeDataFolder(data) }
}

/** `seekyou serve` as anybody would start it, but without limits; `node` are options of Node.js. */
export async function startSeekyou(data: string, node: readonly string[] = []): Promise<Subject> {
  const { port, pid, stop } = await startServer(data, { flags: ['--limits', 'off'], node })
  return {
    port,
    pid,
    async stop() {
      const commits = /^bench: (\d+) commits$/m.exec((await stop()).stderr)?.[1]
      return commits === undefined ? undefined : Number(commits)
    },
  }
}

/** The same server, and its commits counted. */
export const startCountingSeekyou = (data: string): Promise<Subject> =>
  startSeekyou(data, ['--import', new URL('./count-commits.ts', import.meta.url).href])

export function startForwarder(): Promise<Subject> {
  const program = fileURLToPath(new URL('./forwarder/main.ts', import.meta.url))
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.stdout.setEncoding('utf8').once('data', (line: string) => {
      const port = Number(/:(\d+)/.exec(line)?.[1])
      const stop = (): Promise<undefined> =>
        new Promise((stopped) => {
          child.once('close', () => stopped(undefined))
          child.kill()
        })
      resolve({ port, pid: child.pid!, stop })
    })
  })
}
