import type { Watched } from '@seekyou/messenger'
import { watchable } from '../look/watchable.ts'

/** What browsers that install programs from pages tell, and no standard describes. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>
}

/** The browser offers to install this program. An offer can be taken once. */
export function watchInstall(): Watched<(() => void) | undefined> {
  const offer = watchable<(() => void) | undefined>(undefined)
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    offer.set(() => {
      offer.set(undefined)
      void (event as InstallEvent).prompt()
    })
  })
  addEventListener('appinstalled', () => offer.set(undefined))
  return offer
}
