import { Symbol } from '../../look/symbol.tsx'
import { useDates } from '../../words/dates.ts'
import { useWords } from '../../words/use-words.ts'
import type { Registration } from './use-registration.ts'

/** Says that a number was asked for before the page was loaded again. */
export function InterruptedNote({ registration: { problem, askedAt } }: { readonly registration: Registration }) {
  const words = useWords('wizard')
  const dates = useDates()
  if (problem !== 'interrupted' || askedAt === undefined) return null
  return (
    <p className="note" role="status">
      <Symbol name="i-info" />
      <span>
        <strong>{words.interruptedTitle}</strong> {words.interruptedText(dates.full(askedAt))}
      </span>
    </p>
  )
}
