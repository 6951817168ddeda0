/** How often something may be tried in vain: `burst` times at once, then once in `everyMs`. */
export interface Pace {
  readonly burst: number
  readonly everyMs: number
}

/** Slows down whoever guesses. A try is paid for before it is made, so that many at once are not cheaper than one by one. */
export interface Throttle {
  /** Pays for a try of this name. Undefined: go on. A number: too many have failed, wait so many milliseconds. */
  pay(name: string): number | undefined
  /** The try was right: it was free, and what this name owed is forgotten. */
  forgive(name: string): void
}

/**
 * A throttle for each name and one for all of them together. `now`: monotonic milliseconds. Keeps nothing about a name whose
 * tries are all paid off, so it holds at most as many names as all together may try in that time.
 */
export function newThrottle(each: Pace, together: Pace, now: () => number): Throttle {
  /** Until when each name has to pay, in the time of `now`. */
  const owed = new Map<string, number>()
  let owedByAll = 0

  return {
    pay(name) {
      const key = keyOf(name)
      for (const [other, until] of owed) if (until <= now()) owed.delete(other)
      const own = Math.max(owed.get(key) ?? 0, now())
      const all = Math.max(owedByAll, now())
      const wait = Math.max(own - now() - patience(each), all - now() - patience(together))
      if (wait > 0) return wait
      owed.set(key, own + each.everyMs)
      owedByAll = all + together.everyMs
      return undefined
    },
    forgive(name) {
      if (owed.delete(keyOf(name))) owedByAll -= together.everyMs
    },
  }
}

/** Who spells the same name differently is no other. */
const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase()

/** How far ahead of its payments a name may be when it tries once more. */
const patience = ({ burst, everyMs }: Pace): number => (burst - 1) * everyMs
