import type { ReactNode } from 'react'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { CopyButton } from './copy-button.tsx'
import './secret.css'

interface SecretProps {
  readonly label: string
  readonly value: string
  /** What becomes of it when the page is closed. */
  readonly children?: ReactNode
}

/** Something that is shown this once, to be copied. */
export function Secret({ label, value, children }: SecretProps): ReactNode {
  const words = useWords('admin').parts
  return (
    <div className="secret">
      <span className="secret__label">{label}</span>
      <output className="secret__value">{value}</output>
      <CopyButton text={value} label={words.copyOf(label)} />
      {children !== undefined && (
        <p className="secret__note">
          <Symbol name="i-warn" className="icon icon--s" />
          {children}
        </p>
      )}
    </div>
  )
}
