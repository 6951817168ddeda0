import type { Millis, Uin } from '@seekyou/language'

/** How many users' paces are remembered; the change of one more is told without merging. */
const entriesMax = 50_000

/**
 * Says when a user's change may be told. A fan-out to all watchers costs the time of one interval, whatever it tells, so that
 * on average there is at most one in an interval. What cannot wait is told early and paid for afterwards, up to two
 * intervals ahead. Users who have left are remembered until they are free, so that leaving and coming back is no way around it.
 */
export class NewsPace {
  readonly #everyMs: Millis
  readonly #entries = new Map<Uin, Entry>()
  /** All entries by `dueAt`, the earliest first. */
  readonly #line: Entry[] = []
  #waiting = 0

  constructor(everyMs: Millis) {
    this.#everyMs = everyMs
  }

  /** How many users are remembered. */
  get size(): number {
    return this.#line.length
  }

  /** When to call `takeDue`. Undefined: nobody waits. */
  get wakeAt(): Millis | undefined {
    return this.#waiting === 0 ? undefined : this.#line[0]?.dueAt
  }

  /** Whether a change of this user may be told at once. */
  isFree(uin: Uin, now: Millis): boolean {
    const entry = this.#entries.get(uin)
    return !entry || entry.freeAt <= now
  }

  /** A change of this user was told. */
  spend(uin: Uin, now: Millis): void {
    const entry = this.#entries.get(uin)
    if (entry) entry.freeAt = Math.min(Math.max(entry.freeAt, now) + this.#everyMs, now + 2 * this.#everyMs)
    else if (this.#everyMs > 0) this.#add(uin, now)
  }

  /** A user who is not free has something to tell as soon as they are. */
  wait(uin: Uin): void {
    const entry = this.#entries.get(uin)
    if (!entry || entry.isWaiting) return
    entry.isWaiting = true
    this.#waiting += 1
  }

  /** The next user who waited and is free, or undefined. */
  takeDue(now: Millis): Uin | undefined {
    for (;;) {
      const entry = this.#line[0]
      if (!entry || entry.dueAt > now) return undefined
      this.#line.shift()
      if (entry.freeAt > now) {
        entry.dueAt = entry.freeAt
        this.#enqueue(entry)
        continue
      }
      this.#entries.delete(entry.uin)
      if (!entry.isWaiting) continue
      this.#waiting -= 1
      return entry.uin
    }
  }

  #add(uin: Uin, now: Millis): void {
    this.#forgetFree(now)
    if (this.#line.length >= entriesMax) return
    const freeAt = now + this.#everyMs
    const entry: Entry = { uin, freeAt, dueAt: freeAt, isWaiting: false }
    this.#entries.set(uin, entry)
    this.#enqueue(entry)
  }

  #forgetFree(now: Millis): void {
    let free = 0
    for (const entry of this.#line) {
      if (entry.freeAt > now || entry.isWaiting) break
      this.#entries.delete(entry.uin)
      free += 1
    }
    if (free > 0) this.#line.splice(0, free)
  }

  /** Most are due later than all the others. */
  #enqueue(entry: Entry): void {
    const line = this.#line
    let low = 0
    let high = line.length
    if (high > 0 && line[high - 1]!.dueAt <= entry.dueAt) low = high
    while (low < high) {
      const middle = (low + high) >> 1
      if (line[middle]!.dueAt <= entry.dueAt) low = middle + 1
      else high = middle
    }
    line.splice(low, 0, entry)
  }
}

interface Entry {
  readonly uin: Uin
  /** From when on the next change may be told. */
  freeAt: Millis
  /** Its place in the line; `freeAt` may have moved to later since. */
  dueAt: Millis
  isWaiting: boolean
}
