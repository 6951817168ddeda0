import { Call } from '../look/call.tsx'
import { Symbol } from '../look/symbol.tsx'
import { UinText } from '../look/uin-text.tsx'
import { useWatched } from '../look/use-watched.ts'
import { useWords } from '../words/use-words.ts'
import { useSession } from './contexts.ts'

/** When the account of this tab is open in another one already. */
export function OtherTabPage() {
  const talk = useWords('talk')
  const session = useSession()
  const state = useWatched(session.state)
  return (
    <main className="empty empty--all">
      <Symbol name="mark" className="mark" />
      <h1>{talk.otherTab}</h1>
      {state.at === 'otherTab' ? <UinText uin={state.account.uin} className="uin muted" /> : null}
      <Call still />
      <p>{talk.otherTabAdvice}</p>
      <div className="row">
        <button type="button" className="btn btn--go" onClick={() => void session.takeOver()}>
          {talk.useHere}
        </button>
        <button type="button" className="btn" onClick={() => void session.signOut()}>
          {talk.otherAccount}
        </button>
      </div>
    </main>
  )
}
