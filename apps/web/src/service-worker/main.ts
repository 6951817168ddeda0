// The service worker: keeps every file of this version of the client, so that it opens without a line and the history can be
// read. The page itself comes from the network when there is one; what the server says (`/datagrams`, `/server.json`) is never kept.
import { scope } from './scope.ts'

// Written here by the build.
declare const precache: { readonly version: string; readonly files: readonly string[] }

const current = `seekyou ${precache.version}`
/** The page, as it is kept. */
const page = '/'
/** How long the network may take before the kept page is shown, in milliseconds. */
const patience = 4_000

scope.addEventListener('install', (event) => {
  event.waitUntil(keepAll())
})

scope.addEventListener('activate', (event) => {
  event.waitUntil(forgetOthers().then(() => scope.clients.claim()))
})

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== scope.location.origin) return
  if (request.mode === 'navigate' && pathname === page) event.respondWith(fromNetworkFirst(request))
  else if (precache.files.includes(pathname)) event.respondWith(fromCacheFirst(request))
})

scope.addEventListener('message', ({ data }) => {
  if (data === 'start') void scope.skipWaiting()
})

scope.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(showPage(event.notification.data))
})

async function keepAll(): Promise<void> {
  const cache = await caches.open(current)
  await cache.addAll([page, ...precache.files].map((path) => new Request(path, { cache: 'reload' })))
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== current).map((name) => caches.delete(name)))
}

async function fromNetworkFirst(request: Request): Promise<Response> {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(patience) })
    if (response.ok || response.redirected) return response
  } catch {
    // There is no line, or next to none.
  }
  return (await caches.match(page)) ?? fetch(request)
}

const fromCacheFirst = async (request: Request): Promise<Response> =>
  (await caches.match(request, { ignoreSearch: true })) ?? fetch(request)

async function showPage(opens: unknown): Promise<void> {
  const [client] = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (client === undefined) await scope.clients.openWindow(`${page}${typeof opens === 'string' ? opens : ''}`)
  else {
    client.postMessage({ opens })
    await client.focus()
  }
}
