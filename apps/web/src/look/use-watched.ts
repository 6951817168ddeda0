import type { Watched } from '@seekyou/messenger'
import { useSyncExternalStore } from 'react'

/** What a watched value is now; the component is drawn again when it has changed. */
export function useWatched<Value>(watched: Watched<Value>): Value {
  return useSyncExternalStore(watched.watch, watched.get)
}
