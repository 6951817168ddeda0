import type { ReactNode } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { useSpeech } from './use-speech.ts'

interface PagerProps {
  readonly from: number
  readonly to: number
  readonly total: number
  /** Left out: this is the first page. */
  earlier?(): void
  /** Left out: this is the last page. */
  later?(): void
}

/** Which rows of how many are shown, and the ways to the others. */
export function Pager({ from, to, total, earlier, later }: PagerProps): ReactNode {
  const words = useWords('admin').parts
  const speech = useSpeech()
  return (
    <nav className="pager" aria-label={words.pageOf}>
      <span aria-live="polite">{words.rows(speech.number(from), speech.number(to), speech.number(total))}</span>
      <button type="button" className="icon-btn" aria-label={words.earlier} disabled={!earlier} onClick={earlier}>
        <Symbol name="i-back" />
      </button>
      <button type="button" className="icon-btn" aria-label={words.later} disabled={!later} onClick={later}>
        <Symbol name="i-right" />
      </button>
    </nav>
  )
}
