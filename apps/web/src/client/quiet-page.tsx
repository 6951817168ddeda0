import { Call } from '../look/call.tsx'
import { Symbol } from '../look/symbol.tsx'
import { useWatched } from '../look/use-watched.ts'
import { useWords } from '../words/use-words.ts'
import { useMessenger } from './contexts.ts'
import { LineBanner } from './line-banner.tsx'
import { hrefOf } from './route.ts'

/** Beside the list while no conversation is open. */
export function QuietPage() {
  const talk = useWords('talk')
  const common = useWords('common')
  const messenger = useMessenger()
  const isNew = useWatched(messenger.people).size === 0
  const isCalling = useWatched(messenger.line).state === 'signingOn' && isNew
  return (
    <main className="pane chat" id="main" tabIndex={-1}>
      <header className="head">
        <div className="head__title">
          <h1>{talk.none}</h1>
        </div>
      </header>
      <div className="chat__mid">
        <LineBanner />
      </div>
      <div className="page">
        {isCalling ? (
          <div className="empty" role="status">
            <Call />
            <h2>{talk.callingServer(location.host)}</h2>
            <p>{talk.callingAdvice}</p>
          </div>
        ) : (
          <div className="empty">
            <Symbol name="mark" className="mark" />
            <h2>{isNew ? talk.newcomerTitle : talk.noneTitle}</h2>
            <Call still />
            <p>{isNew ? talk.newcomerAdvice : talk.noneAdvice}</p>
            <a className="btn btn--go" href={hrefOf({ page: 'find' })}>
              <Symbol name="i-add-person" />
              {common.findPeople}
            </a>
          </div>
        )}
      </div>
    </main>
  )
}
