import { createContext, use, useMemo, useSyncExternalStore } from 'react'
import { hrefOf, type Route, routeOf } from './route.ts'

/** Where several pages are shown at once: the one that this is inside of. */
export const RouteContext = createContext<Route | undefined>(undefined)

/** The page that is shown; the component is drawn again when another one is. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(watchHash, () => location.hash)
  const shown = useMemo(() => routeOf(hash), [hash])
  return use(RouteContext) ?? shown
}

/** Shows a page. `replace`: without a way back to this one. */
export function goTo(route: Route, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (!replace) {
    location.hash = hrefOf(route)
    return
  }
  history.replaceState(null, '', hrefOf(route))
  dispatchEvent(new HashChangeEvent('hashchange'))
}

function watchHash(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
