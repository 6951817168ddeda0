import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Complaint } from '../complaint.ts'
import type { CrewOptions, CrewWord, Order, Tally } from './crew-words.ts'

const program = fileURLToPath(new URL('./crew/main.ts', import.meta.url))

/** The processes that have the users. */
export class Crews {
  readonly #children: readonly ChildProcess[]
  #hear: (child: ChildProcess, word: CrewWord) => void = () => {}
  #fail: (error: unknown) => void = () => {}

  /** Starts them and opens all sockets. Rejects with a Complaint when that cannot be done. */
  static async open(options: readonly CrewOptions[]): Promise<Crews> {
    const crews = new Crews(options.length)
    try {
      const ready = crews.#words('ready')
      for (const [index, child] of crews.#children.entries())
        child.send({ kind: 'open', options: options[index]! } satisfies Order)
      await ready
      return crews
    } catch (error) {
      crews.close()
      throw error
    }
  }

  private constructor(count: number) {
    this.#children = Array.from({ length: count }, () => fork(program, { serialization: 'advanced' }))
    for (const child of this.#children) {
      child.on('message', (word: CrewWord) => this.#hear(child, word))
      child.on('error', (error) => this.#fail(error))
      child.on('exit', () => this.#fail(new Complaint('A process of the load has ended before its time.')))
    }
  }

  order(order: Order): void {
    for (const child of this.#children) if (child.connected) child.send(order)
  }

  /** The next tally of each. Ask before the order that brings them. */
  async tallies(): Promise<Tally[]> {
    const words = await this.#words('done')
    return words.flatMap((word) => (word.kind === 'done' ? [word.tally] : []))
  }

  close(): void {
    this.#fail = () => {}
    for (const child of this.#children) if (child.connected) child.disconnect()
  }

  #words(kind: CrewWord['kind']): Promise<CrewWord[]> {
    return new Promise((resolve, reject) => {
      const words = new Map<ChildProcess, CrewWord>()
      this.#fail = reject
      this.#hear = (child, word) => {
        if (word.kind === 'failed') reject(new Complaint(word.sentence))
        else if (word.kind === kind) words.set(child, word)
        if (words.size === this.#children.length) resolve([...words.values()])
      }
    })
  }
}
