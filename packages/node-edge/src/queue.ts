/** Work that is done `atOnce` at a time, the more urgent first. */
export class Queue {
  readonly #atOnce: number
  readonly #waitingMax: readonly number[]
  readonly #refuse: () => Error
  /** One list for each urgency, the most urgent first. */
  readonly #waiting: (() => void)[][]
  #running = 0

  /** `waitingMax` says for each urgency how many may wait; `refuse` makes the error for the next one. */
  constructor(atOnce: number, waitingMax: readonly number[], refuse: () => Error) {
    this.#atOnce = atOnce
    this.#waitingMax = waitingMax
    this.#refuse = refuse
    this.#waiting = waitingMax.map(() => [])
  }

  /** Does the work when it is its turn. `urgency` 0 is the most urgent. */
  async run<Result>(urgency: number, work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.#atOnce) await this.#turn(urgency)
    else this.#running += 1
    try {
      return await work()
    } finally {
      const next = this.#waiting.find((list) => list.length > 0)?.shift()
      // Whoever is next takes over the place, so that nobody slips in between.
      if (next) next()
      else this.#running -= 1
    }
  }

  #turn(urgency: number): Promise<void> {
    const list = this.#waiting[urgency] as (() => void)[]
    if (list.length >= (this.#waitingMax[urgency] as number)) return Promise.reject(this.#refuse())
    return new Promise((resolve) => list.push(resolve))
  }
}
