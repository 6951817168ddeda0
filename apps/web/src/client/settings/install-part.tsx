import { Symbol } from '../../look/symbol.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useDevice } from '../contexts.ts'

/** Putting the pages onto the device as a program of their own. */
export function InstallPart() {
  const words = useWords('settings')
  const install = useWatched(useDevice().install)
  const isInstalled = matchMedia('(display-mode: standalone)').matches
  return (
    <>
      <p className="small">{words.installHint}</p>
      {isInstalled ? (
        <p>{words.installed}</p>
      ) : install === undefined ? (
        <p className="small">{words.installNot}</p>
      ) : (
        <div className="row">
          <button type="button" className="btn" onClick={install}>
            <Symbol name="i-download" />
            {words.installNow}
          </button>
        </div>
      )}
    </>
  )
}
