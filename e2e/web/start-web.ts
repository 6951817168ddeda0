// The built pages and the real server that hands them out, for tests in a browser.
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { runProgram } from '../../tools/run-program.ts'
import {
  importUsers,
  newDataFolder,
  removeDataFolder,
  type ServerOptions,
  type StartedServer,
  startServer,
} from '../started-server.ts'

/** A started server with its pages. */
export interface StartedWeb extends StartedServer {
  /** Where the client is: `http://127.0.0.1:12345`, without a slash at its end. */
  readonly url: string
  /** Where the administrators' pages are. */
  readonly adminUrl: string
}

export interface WebOptions extends ServerOptions {
  /** How many accounts there are, from number 100001 on, each with `password` of started-server.ts. */
  readonly users?: number
  /** Ports of the pages; by default free ones. */
  readonly httpPort?: number
  readonly adminPort?: number
}

/** The number of the first account of `users`. */
const firstUin = 100_001

/** Builds the pages if they are older than their sources. */
async function buildPages(): Promise<void> {
  const { ok, output } = await runProgram('node', [join(import.meta.dirname, '../../tools/build-web.ts')])
  if (!ok) throw new Error(`the pages cannot be built:\n${output}`)
}

/** Starts a server with pages on this data folder. */
async function startWeb(
  data: string,
  { flags = [], httpPort = 0, adminPort = 0, users: _, ...options }: WebOptions = {},
): Promise<StartedWeb> {
  const listen = ['--http', `127.0.0.1:${httpPort}`, '--admin-http', `127.0.0.1:${adminPort}`]
  const server = await startServer(data, { ...options, flags: [...listen, ...flags] })
  return Object.assign(server, { url: urlOf('http', server), adminUrl: urlOf('admin', server) })
}

/** From a line of the greeting such as `http 127.0.0.1:8080`. */
const urlOf = (what: 'http' | 'admin', { greeting }: StartedServer): string =>
  `http://127.0.0.1:${new RegExp(`^${what} 127\\.0\\.0\\.1:(\\d+)`, 'm').exec(greeting)?.[1]}`

/** The server of a test file. */
export interface Web {
  readonly server: StartedWeb
  /** The number of an account that nobody has used yet. */
  newUin(): number
  /** Stops it, or ends it as a power cut would, and starts it again at the same addresses with the same data. */
  restart(how?: 'stop' | 'kill'): Promise<void>
}

/** Builds the pages and starts a server before the tests of this file, and stops it after them. */
export function useWeb({ users = 32, ...options }: WebOptions = {}): Web {
  let server: StartedWeb | undefined
  let used = 0
  const running = (): StartedWeb => {
    if (server === undefined) throw new Error('the server is started before the tests, not while they are collected')
    return server
  }
  beforeAll(async () => {
    await buildPages()
    const data = await newDataFolder()
    if (users > 0) await importUsers(data, firstUin, users)
    server = await startWeb(data, options)
  }, 180_000)
  afterAll(async () => {
    if (server === undefined) return
    await server.stop()
    await removeDataFolder(server.data)
  })
  return {
    get server() {
      return running()
    },
    newUin() {
      if (used === users) throw new Error(`all ${users} accounts of this file are used: ask useWeb for more`)
      return firstUin + used++
    },
    async restart(how = 'stop') {
      const before = running()
      await before[how]()
      const ports = { port: before.port, httpPort: portOf(before.url), adminPort: portOf(before.adminUrl) }
      server = await startWeb(before.data, { ...options, ...ports })
    },
  }
}

const portOf = (url: string): number => Number(new URL(url).port)
