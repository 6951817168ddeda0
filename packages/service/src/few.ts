/** All empty sets are this one: of a million users, few have anything in most of theirs. */
export const none: ReadonlySet<never> = new Set()

export const setOf = <One>(all: readonly One[]): ReadonlySet<One> => (all.length === 0 ? none : new Set(all))

/** The set with one more; the set that is handed over is not to be used any longer. */
export function including<One>(set: ReadonlySet<One>, one: One): ReadonlySet<One> {
  return set === none ? new Set([one]) : (set as Set<One>).add(one)
}

/** The set without one; the set that is handed over is not to be used any longer. */
export function excluding<One>(set: ReadonlySet<One>, one: One): ReadonlySet<One> {
  if (set === none) return none
  ;(set as Set<One>).delete(one)
  return set.size === 0 ? none : set
}
