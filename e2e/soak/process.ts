// How the server's process is, seen from outside (`/proc`, so Linux only) and as it tells itself over its control socket.
import { readdirSync, readFileSync } from 'node:fs'
import { createConnection, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { StartedServer } from '../started-server.ts'

/** What a running server tells of itself: `seekyou status --json`. Memory in bytes, delays in milliseconds. */
export interface Status {
  readonly online: number
  readonly health: {
    readonly memory: { readonly rss: number; readonly heapUsed: number; readonly external: number }
    readonly handles: number
    readonly delayMs: { readonly p50: number; readonly p99: number; readonly max: number }
  }
  readonly counters: Readonly<Record<string, number>>
}

/**
 * Options of Node.js with which a server collects all its garbage when it gets SIGUSR2. What it holds after that is what it really
 * holds; between collections, V8 lets far more pile up than a leak of a megabyte an hour brings.
 */
export const collecting: readonly string[] = [
  '--expose-gc',
  '--import',
  'data:text/javascript,process.on("SIGUSR2",()=>gc())',
]

/** How long a server has for its collection, in milliseconds. */
const collectMs = 500
/** The kernel counts a process's time in hundredths of a second. */
const ticksPerSecond = 100

/** A view on one server. */
export class ServerProcess {
  readonly #pid: number
  readonly #socket: Socket
  readonly #answers: AsyncIterator<string>

  private constructor(pid: number, socket: Socket) {
    this.#pid = pid
    this.#socket = socket
    this.#answers = createInterface({ input: socket })[Symbol.asyncIterator]()
  }

  static async of({ pid, data }: StartedServer): Promise<ServerProcess> {
    const socket = createConnection(join(data, 'control.sock'))
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
    return new ServerProcess(pid, socket)
  }

  async status(): Promise<Status> {
    this.#socket.write('{"name":"status","ask":{}}\n')
    const { value, done } = await this.#answers.next()
    if (done) throw new Error('the server has closed its control socket')
    return (JSON.parse(value) as { answer: Status }).answer
  }

  /** The status after a collection of all garbage. For a server that was started with the options `collecting`. */
  async collected(): Promise<Status> {
    process.kill(this.#pid, 'SIGUSR2')
    await new Promise((resolve) => setTimeout(resolve, collectMs))
    return this.status()
  }

  /** All memory of the process in bytes. */
  get rss(): number {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(this.#read('status')) ?? []
    return Number(kilobytes) * 1024
  }

  /** How many files and sockets are open. */
  get files(): number {
    return readdirSync(`/proc/${this.#pid}/fd`).length
  }

  /** How many seconds of a processor the process has used. */
  get cpuSeconds(): number {
    // Behind the name in parentheses, which may contain anything, the 12th and 13th fields are user and system time.
    const fields = this.#read('stat')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
  }

  close(): void {
    this.#socket.destroy()
  }

  #read(file: string): string {
    return readFileSync(`/proc/${this.#pid}/${file}`, 'utf8')
  }
}
