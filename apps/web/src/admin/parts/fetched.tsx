import { type ComponentType, lazy } from 'react'
import { NotFetched } from './not-fetched.tsx'

/** A page that is fetched when it is first drawn. If that fails, it says so, with a way to try again. */
export const fetched = (fetch: () => Promise<ComponentType>): ComponentType =>
  lazy(async () => ({ default: await fetch().catch(() => NotFetched) }))
