import type { Worker } from 'node:worker_threads'
import { Unavailable } from '@seekyou/service'
import type { CallName, Calls, Posted, Reply } from './calls.ts'
import { fromFailure } from './failure.ts'

/** How many calls may wait for an answer. More are refused at once, so that a dead disk cannot fill the memory. */
const callsMax = 10_000

interface Caller {
  readonly resolve: (answer: never) => void
  readonly reject: (error: Error) => void
}

/**
 * The near end of the line to the thread with the database. Calls are answered in the order in which they were made, so an
 * answer belongs to the caller who has waited longest. When the thread dies, everybody is told `Unavailable`.
 */
export class Line {
  readonly #worker: Worker
  #callers: Caller[] = []
  #answered = 0
  #ended: Error | undefined

  constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (reply: Reply) => this.#answer(reply))
    worker.on('error', (error) => this.#end(error as Error))
    worker.on('exit', () => this.#end(new Error('the store is closed')))
  }

  /** The number of calls that wait for an answer. */
  get waiting(): number {
    return this.#callers.length - this.#answered
  }

  /** Asks. `transfer`: memory that the caller gives away with the question. */
  async call<Name extends CallName>(
    name: Name,
    ask: Calls[Name]['ask'],
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Calls[Name]['answer']> {
    if (this.#ended) throw new Unavailable(this.#ended)
    if (this.waiting >= callsMax) throw new Unavailable(new Error(`${callsMax} calls already wait for an answer`))
    const posted: Posted = [name, ask]
    this.#worker.postMessage(posted, transfer)
    return await this.nextAnswer()
  }

  /** The answer to what was asked last; used alone for the first words of the thread, which nobody asked for. */
  nextAnswer<Answer>(): Promise<Answer> {
    return new Promise((resolve, reject) => this.#callers.push({ resolve, reject }))
  }

  #answer(reply: Reply): void {
    const caller = this.#callers[this.#answered++] as Caller
    if (this.#answered === this.#callers.length) {
      this.#callers = []
      this.#answered = 0
    }
    if ('failure' in reply) caller.reject(fromFailure(reply.failure))
    else caller.resolve(reply.answer as never)
  }

  #end(error: Error): void {
    this.#ended ??= error
    const callers = this.#callers.slice(this.#answered)
    this.#callers = []
    this.#answered = 0
    for (const { reject } of callers) reject(new Unavailable(this.#ended))
  }
}
