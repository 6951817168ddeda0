import { Suspense } from 'react'
import { useWatched } from '../look/use-watched.ts'
import { MessengerContext, useSession } from './contexts.ts'
import { lazyPage } from './lazy-page.tsx'
import { OtherTabPage } from './other-tab-page.tsx'
import { SpokenLanguage } from './spoken-language.tsx'
import { useOldLook } from './use-old-look.ts'
import { useRoute } from './use-route.ts'
import { Waiting } from './waiting.tsx'

/** Everything: the door, or the main page of whoever is signed in. */
export function App() {
  return (
    <SpokenLanguage>
      <Suspense fallback={<Waiting />}>
        <Place />
      </Suspense>
    </SpokenLanguage>
  )
}

function Place() {
  const state = useWatched(useSession().state)
  const route = useRoute()
  useOldLook()
  if (route.page === 'register') return <RegisterPage />
  if (state.at === 'door' || route.page === 'signIn') return <SignInPage />
  if (state.at === 'otherTab') return <OtherTabPage />
  return (
    <MessengerContext value={state.messenger}>
      <MainPage key={state.account.uin} />
    </MessengerContext>
  )
}

const MainPage = lazyPage(async () => (await import('./main-page.tsx')).MainPage)
const RegisterPage = lazyPage(async () => (await import('./wizard/register-page.tsx')).RegisterPage)
const SignInPage = lazyPage(async () => (await import('./wizard/sign-in-page.tsx')).SignInPage)
