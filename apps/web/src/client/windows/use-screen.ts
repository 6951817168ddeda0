import { useMemo, useSyncExternalStore } from 'react'
import { useWatched } from '../../look/use-watched.ts'
import { useDevice } from '../contexts.ts'
import type { Size } from './desk.ts'

/** The height of the task bar, in pixels of the desktop: as in desktop.css. */
const taskBarHeight = 30

/** How much room windows have, in pixels of the desktop, and how many of the page's one of them is. */
export function useScreen(): Size & { readonly zoom: number } {
  const size = useSyncExternalStore(watch, () => `${innerWidth} ${innerHeight}`)
  const { largeFonts } = useWatched(useDevice().taste)
  return useMemo(() => {
    const zoom = largeFonts ? 1.25 : 1
    const [width = 0, height = 0] = size.split(' ').map((side) => Math.floor(Number(side) / zoom))
    return { width, height: height - taskBarHeight, zoom }
  }, [size, largeFonts])
}

function watch(changed: () => void): () => void {
  addEventListener('resize', changed)
  return () => removeEventListener('resize', changed)
}
