import { type ComponentType, type ReactNode, Suspense } from 'react'
import { fetched } from '../parts/fetched.tsx'
import { Wait } from '../parts/wait.tsx'
import { LiveStatus } from './live-status.tsx'
import { WithNavigation } from './navigation.tsx'
import { type PageName, useRoute } from './routes.ts'
import { Saying } from './said.tsx'
import { StatusBar } from './status-bar.tsx'
import './shell.css'

/** All pages behind the sign-in. */
export function Shell(): ReactNode {
  const { page } = useRoute()
  const Room = rooms[page]
  return (
    <LiveStatus>
      <Saying>
        <div className="admin">
          <WithNavigation>
            <Suspense
              key={page}
              fallback={
                <main className="admin__main">
                  <Wait />
                </main>
              }
            >
              <Room />
            </Suspense>
          </WithNavigation>
          <StatusBar />
        </div>
      </Saying>
    </LiveStatus>
  )
}

const rooms: Readonly<Record<PageName, ComponentType>> = {
  overview: fetched(async () => (await import('../overview/overview.tsx')).Overview),
  accounts: fetched(async () => (await import('../accounts/accounts.tsx')).Accounts),
  registration: fetched(async () => (await import('../registration/registration.tsx')).Registration),
  links: fetched(async () => (await import('../links/links.tsx')).Links),
  limits: fetched(async () => (await import('../limits/limits.tsx')).Limits),
  broadcast: fetched(async () => (await import('../broadcast/broadcast.tsx')).Broadcast),
  audit: fetched(async () => (await import('../audit/audit.tsx')).Audit),
  backup: fetched(async () => (await import('../backup/backup.tsx')).Backup),
  'old-clients': fetched(async () => (await import('../old-clients/old-clients.tsx')).OldClients),
  server: fetched(async () => (await import('../server/server.tsx')).Server),
}
