import { join } from 'node:path'
import { type StartedServer, startServer } from '../started-server.ts'
import type { Ledger } from './ledger.ts'

/** How long our own sockets have to bring what was sent to them, in milliseconds. */
const lastWordsMs = 5

/** One server after another on the same folder and port. */
export class Lives {
  readonly #data: string
  readonly #ledger: Ledger
  readonly port: number

  private constructor(data: string, port: number, ledger: Ledger) {
    this.#data = data
    this.#ledger = ledger
    this.port = port
  }

  /** Finds a port and compiles the program, which is all that the first server does. */
  static async on(data: string, ledger: Ledger): Promise<Lives> {
    const server = await startServer(data, optionsOn(data))
    await server.stop()
    return new Lives(data, server.port, ledger)
  }

  /** Starts a server, which is killed so many milliseconds after its begin. Undefined when it was not ready by then. */
  async start(killAfterMs = Number.POSITIVE_INFINITY): Promise<Life | undefined> {
    let timer: NodeJS.Timeout | undefined
    const spawned = (kill: () => void): void => {
      if (killAfterMs < Number.POSITIVE_INFINITY) timer = setTimeout(kill, killAfterMs)
    }
    this.#ledger.beginLife()
    try {
      const server = await startServer(this.#data, { ...optionsOn(this.#data), port: this.port, spawned })
      this.#ledger.beginHearing()
      return new Life(server, this.#ledger)
    } catch (error) {
      this.#ledger.endLife(performance.now(), false)
      if (killAfterMs === Number.POSITIVE_INFINITY) throw error
      return undefined
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Nobody is too fast, and a process that lives for a moment does not spend most of it on compiling. */
const optionsOn = (data: string) => ({
  flags: ['--limits', 'off'],
  env: { NODE_COMPILE_CACHE: join(data, 'compiled') },
})

/** One server. */
export class Life {
  readonly #server: StartedServer
  readonly #ledger: Ledger

  constructor(server: StartedServer, ledger: Ledger) {
    this.#server = server
    this.#ledger = ledger
  }

  /** Ends the process in the middle of whatever it does. */
  async kill(): Promise<void> {
    this.#ledger.endLife(performance.now(), false)
    await this.#server.kill()
    await lastWords()
  }

  /** Ends it as an operator would. */
  async stop(): Promise<void> {
    this.#ledger.endLife(performance.now(), true)
    const { exitCode, stderr } = await this.#server.stop()
    if (exitCode !== 0) this.#ledger.complaints.push(`the server stopped with ${exitCode}: ${stderr}`)
    await lastWords()
  }
}

/** What the server has sent belongs to its own life. */
const lastWords = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, lastWordsMs))
