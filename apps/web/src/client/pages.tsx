import { useWatched } from '../look/use-watched.ts'
import { useMessenger } from './contexts.ts'
import { lazyPage } from './lazy-page.tsx'
import { QuietPage } from './quiet-page.tsx'
import type { Route } from './route.ts'
import { TalkPage } from './talk/talk-page.tsx'

/** What a route shows beside the contact list. */
export function Page({ route }: { readonly route: Route }) {
  const self = useWatched(useMessenger().self)
  switch (route.page) {
    case 'talk':
      return <TalkPage key={route.uin} uin={route.uin} entry={route.entry} />
    case 'find':
      return <FindPage />
    case 'requests':
      return <RequestsPage />
    case 'profile':
      return <ProfilePage key={route.uin ?? self.uin} />
    case 'settings':
      return <SettingsPage />
    default:
      return <QuietPage />
  }
}

const FindPage = lazyPage(async () => (await import('./people/find-page.tsx')).FindPage)
const RequestsPage = lazyPage(async () => (await import('./people/requests-page.tsx')).RequestsPage)
const ProfilePage = lazyPage(async () => (await import('./people/profile-page.tsx')).ProfilePage)
const SettingsPage = lazyPage(async () => (await import('./settings/settings-page.tsx')).SettingsPage)

/** The live packets of this connection. */
export const PacketsDrawer = lazyPage(async () => (await import('./packets/packets-drawer.tsx')).PacketsDrawer)
