/** All empty sets are this one: of a million guests, few have anything in theirs. */
export const none: ReadonlySet<never> = new Set()

/** The set with one more; the set that is handed over is not to be used any longer. */
export function including<One>(set: ReadonlySet<One>, one: One): ReadonlySet<One> {
  return set === none ? new Set([one]) : (set as Set<One>).add(one)
}

/** The set without one; the set that is handed over is not to be used any longer. */
export function excluding<One>(set: ReadonlySet<One>, one: One): ReadonlySet<One> {
  if (set !== none) (set as Set<One>).delete(one)
  return set.size === 0 ? none : set
}
