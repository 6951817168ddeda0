import type { Millis } from '@seekyou/language'

/**
 * Who wants to be woken when, for very many who change their minds often. A binary heap of times; an entry that came too
 * early is simply put back by its owner, so that moving a wake-up to later costs nothing (with 100,000 links nobody is
 * scanned).
 */
export class Agenda<Who> {
  #times: Millis[] = []
  #whos: Who[] = []

  get size(): number {
    return this.#times.length
  }

  /** The earliest time on the agenda. */
  get next(): Millis | undefined {
    return this.#times[0]
  }

  add(who: Who, at: Millis): void {
    const times = this.#times
    const whos = this.#whos
    let index = times.length
    times.push(at)
    whos.push(who)
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (times[parent]! <= at) break
      times[index] = times[parent]!
      whos[index] = whos[parent]!
      index = parent
    }
    times[index] = at
    whos[index] = who
  }

  /** Removes and returns one entry that is due, or undefined when none is. */
  takeDue(now: Millis): Who | undefined {
    if (this.#times.length === 0 || this.#times[0]! > now) return undefined
    const who = this.#whos[0]!
    const at = this.#times.pop()!
    const last = this.#whos.pop()!
    if (this.#times.length > 0) this.#sink(last, at)
    return who
  }

  #sink(who: Who, at: Millis): void {
    const times = this.#times
    const whos = this.#whos
    const { length } = times
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= length) break
      if (child + 1 < length && times[child + 1]! < times[child]!) child += 1
      if (times[child]! >= at) break
      times[index] = times[child]!
      whos[index] = whos[child]!
      index = child
    }
    times[index] = at
    whos[index] = who
  }
}
