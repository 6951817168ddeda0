import type { Watched } from '@seekyou/messenger'
import { watchable } from '../look/watchable.ts'

/**
 * Has the pages kept, so that they open without a line. A newer version is fetched beside the one that runs and offered;
 * nothing changes under the user's hands.
 */
export function watchUpdates(): Watched<(() => void) | undefined> {
  const update = watchable<(() => void) | undefined>(undefined)
  if (import.meta.env.MODE === 'production' && navigator.serviceWorker !== undefined) void register(update.set)
  return update
}

async function register(offer: (start: () => void) => void): Promise<void> {
  const workers = navigator.serviceWorker
  let hasOne = workers.controller !== null
  let isWanted = false
  workers.addEventListener('controllerchange', () => {
    if (isWanted) location.reload()
    // Another tab has started the new version: parts of this one that were not loaded yet are gone.
    else if (hasOne) offer(() => location.reload())
    hasOne = true
  })
  workers.addEventListener('message', ({ data }) => {
    if (typeof data?.opens === 'string') location.hash = data.opens
  })
  // A page without service worker works as well, only not without a line.
  const registration = await workers.register('/sw.js').catch(() => undefined)
  if (registration === undefined) return

  const look = (): void => {
    const { waiting, active } = registration
    // The first version waits for nobody.
    if (waiting === null || active === null) return
    offer(() => {
      isWanted = true
      waiting.postMessage('start')
    })
  }
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look))
  look()
}
