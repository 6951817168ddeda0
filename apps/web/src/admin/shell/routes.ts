import { useSyncExternalStore } from 'react'

/** The pages in the order of the navigation; each is `#/NAME`. */
export const pages = [
  { name: 'overview', symbol: 'i-pulse' },
  { name: 'accounts', symbol: 'i-people' },
  { name: 'registration', symbol: 'i-ticket' },
  { name: 'links', symbol: 'i-packets' },
  { name: 'limits', symbol: 'i-gauge' },
  { name: 'broadcast', symbol: 'i-megaphone' },
  { name: 'audit', symbol: 'i-list' },
  { name: 'backup', symbol: 'i-disk' },
  { name: 'old-clients', symbol: 'i-plug' },
  { name: 'server', symbol: 'i-sliders' },
] as const

export type PageName = (typeof pages)[number]['name']

/** A page, and what it is about: the number behind `#/links/`. */
export interface Route {
  readonly page: PageName
  readonly about: string
}

/** What stands in the address bar; whatever is no page is the overview. */
export function routeOf(hash: string): Route {
  const [name = '', about = ''] = hash.replace(/^#?\/?/, '').split('/')
  return { page: pages.find((page) => page.name === name)?.name ?? 'overview', about }
}

export const hrefOf = (page: PageName, about: string | number = ''): string =>
  about === '' ? `#/${page}` : `#/${page}/${about}`

/** Where one is; the component is drawn again when that changes. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(watchHash, () => location.hash)
  return routeOf(hash)
}

function watchHash(changed: () => void): () => void {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}
