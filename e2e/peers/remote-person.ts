import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Actions, Told } from './person.ts'

const program = join(import.meta.dirname, 'person.ts')
/** Long enough for a machine that is busy with other things; reached only when something is wrong. */
const patienceMs = 25_000

interface Said {
  readonly turn?: number
  readonly result?: unknown
  readonly error?: Record<string, unknown>
  readonly told?: Told
}

/** Somebody in a process of their own, in a test's hands. */
export class RemotePerson {
  /** Everything that has happened to them, in order. */
  readonly told: Told[] = []
  readonly ended: Promise<void>
  readonly #process: ChildProcess
  readonly #turns = new Map<number, PromiseWithResolvers<unknown>>()
  readonly #waits = new Set<() => void>()
  #turn = 0

  constructor() {
    this.#process = fork(program, { execArgv: [] })
    this.#process.on('message', (said: Said) => this.#hear(said))
    this.ended = new Promise((resolve) => this.#process.once('exit', () => resolve()))
    void this.ended.then(() => {
      for (const { reject } of this.#turns.values()) reject(new Error('the process has ended'))
    })
  }

  get pid(): number {
    return this.#process.pid!
  }

  /** Has them do something. Rejects with what they reject with, as plain data. */
  do<Name extends keyof Actions>(
    name: Name,
    ...args: Parameters<Actions[Name]>
  ): Promise<Awaited<ReturnType<Actions[Name]>>> {
    const turn = ++this.#turn
    const waiting = Promise.withResolvers<unknown>()
    this.#turns.set(turn, waiting)
    this.#process.send({ turn, name, args })
    return waiting.promise as ReturnType<typeof this.do<Name>>
  }

  /** The first thing of this kind that has happened or will happen and has not been looked at. */
  async sees(of: Told['of'], type: string, matches: (told: Told) => boolean = () => true): Promise<Told> {
    const deadline = performance.now() + patienceMs
    for (;;) {
      const index = this.told.findIndex((told) => told.of === of && told.type === type && matches(told))
      if (index >= 0) return this.told.splice(index, 1)[0]!
      const isInTime = await this.#somethingHappens(deadline - performance.now())
      if (!isInTime) throw new Error(`no ${of} ${type}; there is ${JSON.stringify(this.told)}`)
    }
  }

  kill(): Promise<void> {
    this.#process.kill('SIGKILL')
    return this.ended
  }

  #somethingHappens(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (isInTime: boolean): void => {
        clearTimeout(timer)
        this.#waits.delete(happened)
        resolve(isInTime)
      }
      const happened = (): void => done(true)
      const timer = setTimeout(() => done(false), Math.max(0, ms))
      this.#waits.add(happened)
    })
  }

  #hear({ turn, result, error, told }: Said): void {
    if (told) {
      this.told.push(told)
      for (const happened of [...this.#waits]) happened()
    } else if (turn !== undefined) {
      const waiting = this.#turns.get(turn)
      this.#turns.delete(turn)
      if (error) waiting?.reject(Object.assign(new Error(String(error.message)), error))
      else waiting?.resolve(result)
    }
  }
}
