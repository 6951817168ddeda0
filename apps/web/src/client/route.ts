import { isUin, type Uin, uin as uinOf } from '@seekyou/language'

/** Which page is shown. The address bar knows it after the `#`. */
export type Route =
  | { readonly page: 'list' | 'find' | 'requests' | 'packets' | 'register' | 'signIn' }
  /** `entry`: what is to be looked at, else the end. */
  | { readonly page: 'talk'; readonly uin: Uin; readonly entry?: string }
  /** Without a number: the own one. */
  | { readonly page: 'profile'; readonly uin?: Uin }
  /** A part of the settings; empty: the first. */
  | { readonly page: 'settings'; readonly part: string }

/** The route of what stands in the address bar; whatever is no page is the list. */
export function routeOf(hash: string): Route {
  const [page = '', about = '', entry = ''] = hash.replace(/^#?\/?/, '').split('/')
  const uin = /^\d+$/.test(about) && isUin(Number(about)) ? uinOf(Number(about)) : undefined
  if (page === 'talk' && uin !== undefined) return entry === '' ? { page, uin } : { page, uin, entry: unescaped(entry) }
  if (page === 'profile') return uin === undefined ? { page } : { page, uin }
  if (page === 'settings') return { page, part: about }
  const plain = plainPages.find((name) => addresses[name] === page)
  return { page: plain ?? 'list' }
}

/** What stands in the address bar, for links. */
export function hrefOf(route: Route): string {
  if (route.page === 'talk') {
    return `#/talk/${route.uin}${route.entry === undefined ? '' : `/${encodeURIComponent(route.entry)}`}`
  }
  if (route.page === 'profile') return route.uin === undefined ? '#/profile' : `#/profile/${route.uin}`
  if (route.page === 'settings') return route.part === '' ? '#/settings' : `#/settings/${route.part}`
  return `#/${addresses[route.page]}`
}

const addresses = {
  list: '',
  find: 'find',
  requests: 'requests',
  packets: 'packets',
  register: 'register',
  signIn: 'sign-in',
} as const
const plainPages = ['find', 'requests', 'packets', 'register', 'signIn'] as const

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
