import { useSyncExternalStore } from 'react'

/** Whether there is room for one thing at a time only: what shell.css calls a phone. */
export const useIsPhone = (): boolean => useSyncExternalStore(watch, () => narrow.matches)

const narrow = matchMedia('(width < 720px)')

function watch(changed: () => void): () => void {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}
