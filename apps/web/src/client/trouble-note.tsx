import { useState } from 'react'
import { Symbol } from '../look/symbol.tsx'
import { useWatched } from '../look/use-watched.ts'
import { useWords } from '../words/use-words.ts'
import { useDevice, useSession } from './contexts.ts'

/** One sentence about what this device does not do as it should, until it is put away. */
export function TroubleNote() {
  const common = useWords('common')
  const ofDevice = useWatched(useDevice().trouble)
  const ofAccount = useWatched(useSession().trouble)
  const trouble = ofDevice ?? (ofAccount === undefined ? undefined : 'other')
  const [dismissed, setDismissed] = useState<unknown>()
  if (trouble === undefined || trouble === dismissed) return null
  return (
    <p className="error trouble" role="alert">
      <Symbol name="i-warn" />
      <span>{common.trouble[trouble]}</span>
      <button type="button" className="icon-btn" aria-label={common.close} onClick={() => setDismissed(trouble)}>
        <Symbol name="i-close" />
      </button>
    </p>
  )
}
