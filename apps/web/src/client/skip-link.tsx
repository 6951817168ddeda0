import { useWords } from '../words/use-words.ts'

/** The first thing that Tab reaches: past the list. */
export function SkipLink() {
  const common = useWords('common')
  return (
    <button type="button" className="skip" onClick={() => document.querySelector<HTMLElement>('#main')?.focus()}>
      {common.skip}
    </button>
  )
}
