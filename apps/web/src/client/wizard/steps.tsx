import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'

/** Where in the wizard one is. */
export function Steps({
  now,
  isInvited,
}: {
  readonly now: 'invitation' | 'you' | 'number'
  readonly isInvited: boolean
}) {
  const words = useWords('wizard')
  const steps = [
    ...(isInvited ? [['invitation', words.stepInvitation] as const] : []),
    ['you', words.stepYou] as const,
    ['number', words.stepNumber] as const,
  ]
  const at = steps.findIndex(([name]) => name === now)
  return (
    <ol className="steps" aria-label={words.steps}>
      {steps.map(([name, label], i) => (
        <li key={name} className={i < at ? 'done' : undefined} aria-current={i === at ? 'step' : undefined}>
          {i < at ? (
            <>
              <Symbol name="i-check" className="icon icon--s" />
              <span className="vh">{words.done}</span>
            </>
          ) : null}
          {label}
        </li>
      ))}
    </ol>
  )
}
