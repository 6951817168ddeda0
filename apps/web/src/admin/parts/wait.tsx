import type { ReactNode } from 'react'
import { Call } from '../../look/call.tsx'
import { useWords } from '../../words/use-words.ts'

/** Something is being fetched, and nothing is known yet. */
export function Wait(): ReactNode {
  const words = useWords('admin').parts
  return (
    <div className="loading" role="status">
      <Call />
      <span className="vh">{words.loading}</span>
    </div>
  )
}
