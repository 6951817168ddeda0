import { use } from 'react'
import { useWatched } from '../look/use-watched.ts'
import { useDevice } from './contexts.ts'

/** Fetches the clothes of 1998 while that theme is chosen. Suspends until they are there; where they cannot be had, pages look as today. */
export function useOldLook(): void {
  const { theme } = useWatched(useDevice().taste)
  if (theme === '1998') use(fetchClothes())
}

let clothes: Promise<unknown> | undefined

function fetchClothes(): Promise<unknown> {
  clothes ??= import('./windows/clothes.ts').catch(() => {
    clothes = undefined
  })
  return clothes
}
