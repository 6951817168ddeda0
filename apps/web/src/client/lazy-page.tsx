import { type FunctionComponent, lazy } from 'react'
import { NotFetched } from './not-fetched.tsx'

/** A page that is fetched when it is first shown. When it cannot be fetched, that is said in its place. */
export const lazyPage = (fetchPage: () => Promise<FunctionComponent>) =>
  lazy(async () => ({ default: await fetchPage().catch(() => NotFetched) }))
