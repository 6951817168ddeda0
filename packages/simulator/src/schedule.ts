import type { Millis } from '@seekyou/language'

/**
 * Things with a time, taken out in the order of their times. Things of the same time come out in the order in which they were
 * put in: two runs of one seed must not differ in anything.
 */
export class Schedule<Thing> {
  readonly #times: Millis[] = []
  readonly #turns: number[] = []
  readonly #things: Thing[] = []
  #nextTurn = 0

  get size(): number {
    return this.#times.length
  }

  /** The earliest time. */
  get next(): Millis | undefined {
    return this.#times[0]
  }

  put(thing: Thing, at: Millis): void {
    const turn = this.#nextTurn++
    let index = this.#times.length
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (this.#times[parent]! <= at) break
      this.#move(parent, index)
      index = parent
    }
    this.#place(index, at, turn, thing)
  }

  /** Removes and returns the earliest thing, if it is due. */
  takeDue(now: Millis): Thing | undefined {
    const first = this.#times[0]
    if (first === undefined || first > now) return undefined
    const thing = this.#things[0]!
    const at = this.#times.pop()!
    const turn = this.#turns.pop()!
    const last = this.#things.pop()!
    if (this.#times.length > 0) this.#place(this.#sink(at, turn), at, turn, last)
    return thing
  }

  /** Moves smaller ones up until (`at`, `turn`) finds its place. */
  #sink(at: Millis, turn: number): number {
    const { length } = this.#times
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= length) return index
      if (child + 1 < length && this.#isBefore(child + 1, this.#times[child]!, this.#turns[child]!)) child += 1
      if (!this.#isBefore(child, at, turn)) return index
      this.#move(child, index)
      index = child
    }
  }

  #isBefore(index: number, at: Millis, turn: number): boolean {
    const time = this.#times[index]!
    return time < at || (time === at && this.#turns[index]! < turn)
  }

  #move(from: number, to: number): void {
    this.#place(to, this.#times[from]!, this.#turns[from]!, this.#things[from]!)
  }

  #place(index: number, at: Millis, turn: number, thing: Thing): void {
    this.#times[index] = at
    this.#turns[index] = turn
    this.#things[index] = thing
  }
}
