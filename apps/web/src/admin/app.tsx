import { Activity, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useWatched } from '../look/use-watched.ts'
import { pickLanguage } from '../words/language.ts'
import { LanguageContext } from '../words/use-words.ts'
import { SetUp } from './entrance/set-up.tsx'
import { SignIn } from './entrance/sign-in.tsx'
import { signOut as endSession, whoIsSignedIn } from './office/session-requests.ts'
import { onSignedOut } from './office/signed-out.ts'
import { asTrouble, type Trouble } from './office/trouble.ts'
import { TroubleNote } from './parts/trouble-note.tsx'
import { Wait } from './parts/wait.tsx'
import { SignedContext } from './shell/session.ts'
import { Shell } from './shell/shell.tsx'
import { taste } from './shell/taste.ts'

/** The admin pages in the chosen language and theme. */
export function App(): ReactNode {
  const { theme, language: chosen } = useWatched(taste)
  const language = pickLanguage(chosen, navigator.languages)
  useEffect(() => {
    document.documentElement.lang = language
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [language, theme])
  return (
    <LanguageContext value={language}>
      <Suspense>
        <Door />
      </Suspense>
    </LanguageContext>
  )
}

/** Who has been seen; the name is empty when nobody has, or when they left themselves. `isHere` false: their session has ended. */
interface Visitor {
  readonly name: string
  readonly isHere: boolean
}

/** Decides between setting up, signing in and the pages. */
function Door(): ReactNode {
  const [visitor, setVisitor] = useState<Visitor>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [code, setCode] = useState(setupCode)
  const look = (): void => {
    setTrouble(undefined)
    whoIsSignedIn().then(
      (name) => setVisitor({ name: name ?? '', isHere: name !== undefined }),
      (caught) => setTrouble(asTrouble(caught)),
    )
  }
  useEffect(look, [])
  useEffect(() => onSignedOut(() => setVisitor((before) => ({ name: before?.name ?? '', isHere: false }))), [])
  const enter = (name: string): void => {
    if (code !== undefined) history.replaceState(null, '', '/')
    setCode(undefined)
    setVisitor({ name, isHere: true })
  }
  const signOut = async (): Promise<void> => {
    await endSession().catch(asTrouble)
    setVisitor({ name: '', isHere: false })
  }
  if (code !== undefined) return <SetUp code={code} onSignedIn={enter} />
  if (visitor === undefined) return trouble === undefined ? <Wait /> : <TroubleNote trouble={trouble} again={look} />
  const { name, isHere } = visitor
  return (
    <>
      {!isHere && <SignIn key={name} isAgain={name !== ''} name={name} onSignedIn={enter} />}
      {name !== '' && (
        // What was typed before a session ended is still there after signing in again.
        <Activity mode={isHere ? 'visible' : 'hidden'}>
          <SignedContext value={{ name, signOut }}>
            <Shell key={name} />
          </SignedContext>
        </Activity>
      )}
    </>
  )
}

/** The code of a setup link, `/setup#CODE`. */
const setupCode = (): string | undefined =>
  location.pathname === '/setup' && location.hash.length > 1 ? location.hash.slice(1) : undefined
