import type { Watched } from '@seekyou/messenger'

/** A watched value that its owner can change. Setting what it is already tells nobody. */
export interface Watchable<Value> extends Watched<Value> {
  set(value: Value): void
}

export function watchable<Value>(first: Value): Watchable<Value> {
  let value = first
  const watchers = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const changed of [...watchers]) changed()
    },
    watch(changed) {
      // A function of its own, so that watching twice with the same one is watching twice.
      const watcher = () => changed()
      watchers.add(watcher)
      return () => {
        watchers.delete(watcher)
      }
    },
  }
}
