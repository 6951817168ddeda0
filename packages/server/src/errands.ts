import type { Answer, Need, NeedName, Waiting } from '@seekyou/service'

/** What an errand came back with: its result, or that the world could not meet a need. */
export type Returned<Result> = { readonly result: Result } | { readonly unmet: unknown }

interface Errand {
  readonly waiting: Waiting<unknown>
  readonly finish: (returned: Returned<unknown>) => void
}

/**
 * Handlers that wait, as coroutines: each need that one yields goes out under a number, and the answer to that number
 * resumes it. Whoever starts errands sees to it that they are few.
 */
export class Errands {
  readonly #send: (id: number, need: Need) => void
  readonly #underWay = new Map<number, Errand>()
  #nextId = 1

  constructor(send: (id: number, need: Need) => void) {
    this.#send = send
  }

  get size(): number {
    return this.#underWay.size
  }

  start<Result>(waiting: Waiting<Result>, finish: (returned: Returned<Result>) => void): void {
    this.#step({ waiting, finish: finish as Errand['finish'] }, () => waiting.next())
  }

  met(id: number, answer: Answer<NeedName>): void {
    const errand = this.#take(id)
    if (errand) this.#step(errand, () => errand.waiting.next(answer as never))
  }

  unmet(id: number, cause: unknown): void {
    const errand = this.#take(id)
    if (errand) errand.finish({ unmet: cause })
  }

  #take(id: number): Errand | undefined {
    const errand = this.#underWay.get(id)
    this.#underWay.delete(id)
    return errand
  }

  #step(errand: Errand, advance: () => IteratorResult<Need, unknown>): void {
    const step = advance()
    if (step.done) {
      errand.finish({ result: step.value })
      return
    }
    const id = this.#nextId++
    this.#underWay.set(id, errand)
    this.#send(id, step.value)
  }
}
