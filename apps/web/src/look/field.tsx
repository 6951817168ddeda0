import { type ReactNode, useId } from 'react'
import { Symbol } from './symbol.tsx'

/** A label, what is typed into (`children` gets what ties it to the label), a hint, and what is wrong with it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`]
  const described = [hint === undefined ? '' : hintId, error === undefined ? '' : errorId].join(' ').trim()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(error === undefined ? {} : { 'aria-invalid': true }),
      })}
      {hint === undefined ? null : (
        <span className="hint" id={hintId}>
          {hint}
        </span>
      )}
      {error === undefined ? null : (
        <p className="error" id={errorId} role="alert">
          <Symbol name="i-warn" className="icon icon--s" />
          {error}
        </p>
      )}
    </div>
  )
}

interface FieldProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** One sentence: what is wrong, and what to do. */
  readonly error?: string | undefined
  readonly children: (tie: FieldTie) => ReactNode
}

export interface FieldTie {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}
