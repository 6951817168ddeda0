import '../look/look.css'
import { createRoot } from 'react-dom/client'
import { openDevice } from '../device/open-device.ts'
import { pickLanguage } from '../words/language.ts'
import { loadWords } from '../words/load-words.ts'
import { LanguageContext } from '../words/use-words.ts'
import { App } from './app.tsx'
import { BrokenPage } from './broken-page.tsx'
import { DeviceContext, SessionContext } from './contexts.ts'
import { openOwnSession } from './open-own-session.ts'

const [place, brokenPlace] = ['root', 'broken'].map((id) => document.getElementById(id) as HTMLElement)

start().catch((error) => {
  reportError(error)
  // The words may be what is missing.
  brokenPlace!.textContent = 'Seekyou could not be fetched whole. Check your connection, then load the page again.'
})

async function start(): Promise<void> {
  const device = await openDevice()
  // Whoever was here before will need the rest at once: it is fetched while the account is opened.
  if (device.accounts.get().length > 0) void import('./main-page.tsx').catch(() => {})
  const language = pickLanguage(device.taste.get().language, navigator.languages)
  const words = (['common', 'list', 'statuses', 'talk'] as const).map((room) => loadWords(language, room))
  const [session] = await Promise.all([openOwnSession(device), ...words])

  const root = createRoot(place!, {
    // React has taken everything away by then: say so instead of showing nothing.
    onUncaughtError(error) {
      reportError(error)
      setTimeout(() => {
        root.unmount()
        createRoot(brokenPlace!).render(
          <LanguageContext value={language}>
            <BrokenPage />
          </LanguageContext>,
        )
      })
    },
  })
  root.render(
    <DeviceContext value={device}>
      <SessionContext value={session}>
        <App />
      </SessionContext>
    </DeviceContext>,
  )
}
