// A page with a pretend messenger, to look at states: `npx vite apps/web`, then /src/testing/demo.html?line=reconnecting#/talk/204118
import '../look/look.css'
import type { Line } from '@seekyou/messenger'
import { createRoot } from 'react-dom/client'
import { App } from '../client/app.tsx'
import { DeviceContext, SessionContext } from '../client/contexts.ts'
import type { Session, SessionState } from '../client/session.ts'
import { openDevice } from '../device/open-device.ts'
import { watchable } from '../look/watchable.ts'
import { demoMessenger } from './demo-messenger.ts'
import { demoSelf } from './demo-people.ts'

const asked = new URLSearchParams(location.search)
const lines: Readonly<Record<string, () => Line>> = {
  reconnecting: () => ({
    state: 'reconnecting',
    attempt: 3,
    againAt: (Date.now() + 8000) as never,
    because: 'noAnswer',
  }),
  signingOn: () => ({ state: 'signingOn', attempt: 1 }),
  noRoad: () => ({ state: 'signingOn', attempt: 2, againAt: (Date.now() + 4000) as never, because: 'noRoad' }),
  signedOff: () => ({ state: 'offline', because: 'signedOff' }),
  password: () => ({ state: 'offline', because: 'password' }),
  elsewhere: () => ({ state: 'offline', because: 'elsewhere' }),
}

const device = await openDevice()
device.changeTaste({
  language: (asked.get('language') ?? '') as '',
  theme: (asked.get('theme') ?? 'system') as 'system',
})
const messenger = demoMessenger({
  line: lines[asked.get('line') ?? '']?.() ?? { state: 'online' },
  isEmpty: asked.has('empty'),
})
messenger.changeSettings({ theme: device.taste.get().theme, language: device.taste.get().language })
const state = watchable<SessionState>(
  asked.has('door')
    ? { at: 'door' }
    : asked.has('otherTab')
      ? { at: 'otherTab', account: demoSelf }
      : { at: 'in', account: demoSelf, messenger, isTaken: asked.has('taken') },
)
const session: Session = {
  state,
  trouble: watchable<unknown>(asked.has('trouble') ? new Error('pretended') : undefined),
  signIn: async () => 'password',
  switchTo: async () => {},
  signOut: async () => state.set({ at: 'door' }),
  isPassword: () => true,
  changePassword: async () => {},
  goOnline: async () => {},
  goOffline: () => messenger.signOff(),
  takeOver: async () => state.set({ at: 'in', account: demoSelf, messenger, isTaken: false }),
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <DeviceContext value={device}>
    <SessionContext value={session}>
      <App />
    </SessionContext>
  </DeviceContext>,
)
