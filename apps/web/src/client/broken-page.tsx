import { Symbol } from '../look/symbol.tsx'
import { useWords } from '../words/use-words.ts'

/** In place of everything, when drawing it has failed. */
export function BrokenPage() {
  const common = useWords('common')
  return (
    <main className="empty empty--all" role="alert">
      <Symbol name="mark" className="mark" />
      <h1>{common.broken}</h1>
      <p>{common.brokenAdvice}</p>
      <button type="button" className="btn btn--go" onClick={() => location.reload()}>
        {common.reload}
      </button>
    </main>
  )
}
