/** Work that is done one after another, in the order in which it was asked for. The work must not fail. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()

  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work)
    this.#last = turn
    return turn
  }
}
