import { useSyncExternalStore } from 'react'

/** Whether somebody looks at this page: it is in front, and its window has the keyboard. */
export const useIsLookedAt = (): boolean => useSyncExternalStore(watch, isLookedAt)

const isLookedAt = (): boolean => document.visibilityState === 'visible' && document.hasFocus()

function watch(changed: () => void): () => void {
  addEventListener('focus', changed)
  addEventListener('blur', changed)
  document.addEventListener('visibilitychange', changed)
  return () => {
    removeEventListener('focus', changed)
    removeEventListener('blur', changed)
    document.removeEventListener('visibilitychange', changed)
  }
}
