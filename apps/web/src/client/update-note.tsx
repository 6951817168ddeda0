import { Symbol } from '../look/symbol.tsx'
import { useWatched } from '../look/use-watched.ts'
import { useWords } from '../words/use-words.ts'
import { useDevice } from './contexts.ts'

/** Offers the newer version of this program when it is ready. */
export function UpdateNote() {
  const common = useWords('common')
  const update = useWatched(useDevice().update)
  if (update === undefined) return null
  return (
    <p className="note trouble" role="status">
      <Symbol name="i-info" />
      <span>{common.updateReady}</span>
      <button type="button" className="btn btn--small" onClick={update}>
        {common.updateNow}
      </button>
    </p>
  )
}
