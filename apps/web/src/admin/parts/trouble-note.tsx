import type { ReactNode } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Trouble } from '../office/trouble.ts'
import { useSpeech } from './use-speech.ts'

interface TroubleNoteProps {
  readonly trouble: Trouble | undefined
  /** When what is shown below was known; undefined: nothing is shown below. */
  readonly knownAt?: number | undefined
  /** Tries again. */
  readonly again?: () => void
}

/** What went wrong, in a sentence, and how old the rest of the page is. */
export function TroubleNote({ trouble, knownAt, again }: TroubleNoteProps): ReactNode {
  const words = useWords('admin').parts
  const speech = useSpeech()
  if (trouble === undefined) return null
  return (
    <div className="error" role="alert">
      <Symbol name="i-failed" />
      <span>
        <strong>{trouble.complaint === '' ? words.troubles[trouble.kind] : trouble.complaint}</strong>
        {knownAt !== undefined && ` ${words.knownAt(speech.clock(knownAt))}`}
      </span>
      {again !== undefined && (
        <button type="button" className="btn btn--small" onClick={again}>
          {words.again}
        </button>
      )}
    </div>
  )
}
