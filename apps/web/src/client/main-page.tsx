import { Suspense, useEffect, useMemo, useState } from 'react'
import { useWatched } from '../look/use-watched.ts'
import { Announcer } from './announcer.tsx'
import { useDevice } from './contexts.ts'
import { type Drawer, DrawerContext } from './drawer.ts'
import { lazyPage } from './lazy-page.tsx'
import { ContactList } from './list/contact-list.tsx'
import { PacketsDrawer, Page } from './pages.tsx'
import type { Route } from './route.ts'
import './shell.css'
import { SkipLink } from './skip-link.tsx'
import { StatusBar } from './status-bar.tsx'
import { Tabs } from './tabs.tsx'
import { useAccountTaste } from './use-account-taste.ts'
import { goTo, useRoute } from './use-route.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { Waiting } from './waiting.tsx'

/** Everything of whoever is signed in: in panes, or in the windows of 1998. */
export function MainPage() {
  useAccountTaste()
  const { theme } = useWatched(useDevice().taste)
  return theme === '1998' ? <Desktop /> : <Panes />
}

/** The list of contacts, a page beside it, and the drawer with the packets. */
function Panes() {
  const route = useRoute()
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const drawer = useMemo<Drawer>(
    () => ({ isOpen: isDrawerOpen, open: () => setDrawerOpen(true), close: () => setDrawerOpen(false) }),
    [isDrawerOpen],
  )
  useEffect(() => {
    if (route.page !== 'packets') return
    setDrawerOpen(true)
    goTo({ page: 'list' }, { replace: true })
  }, [route.page])
  useShortcuts(drawer)

  return (
    <DrawerContext value={drawer}>
      <SkipLink />
      <div className={`app app--${layoutOf(route)}${isDrawerOpen ? ' app--drawer' : ''}`}>
        <ContactList />
        <Suspense fallback={<WaitingPage />}>
          <Page route={route} />
        </Suspense>
        {isDrawerOpen ? (
          <Suspense fallback={<aside className="pane drawer" aria-busy="true" />}>
            <PacketsDrawer />
          </Suspense>
        ) : null}
        <Tabs />
        <StatusBar />
      </div>
      <Announcer />
    </DrawerContext>
  )
}

const WaitingPage = () => (
  <main className="pane chat" id="main">
    <header className="head" />
    <div className="page">
      <Waiting />
    </div>
  </main>
)

/** What a phone shows, where there is room for one thing: the list, a conversation, or a page. */
function layoutOf(route: Route): 'list' | 'talk' | 'page' {
  if (route.page === 'talk') return 'talk'
  return route.page === 'list' || route.page === 'packets' ? 'list' : 'page'
}

const Desktop = lazyPage(async () => (await import('./windows/desktop.tsx')).Desktop)
