import { useWords } from '../words/use-words.ts'

/** In place of a part of the program that could not be fetched. */
export function NotFetched() {
  const common = useWords('common')
  return (
    <main className="pane chat" id="main">
      <div className="page">
        <div className="empty" role="alert">
          <p>{common.notFetched}</p>
          <button type="button" className="btn btn--go" onClick={() => location.reload()}>
            {common.reload}
          </button>
        </div>
      </div>
    </main>
  )
}
