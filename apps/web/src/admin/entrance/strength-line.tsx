import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import type { Strength } from './strength.ts'

/** How strong a password is: four steps to look at, and a sentence. */
export function StrengthLine({
  strength,
  isEmpty,
}: {
  readonly strength: Strength
  readonly isEmpty: boolean
}): ReactNode {
  const words = useWords('admin').entrance
  const filled = isEmpty ? 0 : steps[strength.level]
  return (
    <span className="strength">
      <svg viewBox="0 0 76 8" aria-hidden="true">
        {[0, 1, 2, 3].map((step) => (
          <rect key={step} className={step < filled ? 'on' : ''} x={step * 19 + 1} y="1" width="16" height="6" rx="2" />
        ))}
      </svg>
      <span role="status">{isEmpty ? words.advice : sentence(strength, words)}</span>
    </span>
  )
}

const steps = { short: 1, weak: 2, good: 3, strong: 4 } as const

function sentence(
  { level, because, missing }: Strength,
  words: ReturnType<typeof useWords<'admin'>>['entrance'],
): string {
  if (because === 'missing') return words.missing(missing)
  return because === undefined ? words.levels[level === 'strong' ? 'strong' : 'good'] : words.weakBecause[because]
}
