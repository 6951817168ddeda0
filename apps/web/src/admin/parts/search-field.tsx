import type { ReactNode } from 'react'
import { Symbol } from '../../look/symbol.tsx'

interface SearchFieldProps {
  readonly label: string
  readonly value: string
  onChange(value: string): void
}

/** A field that searches while one types. */
export function SearchField({ label, value, onChange }: SearchFieldProps): ReactNode {
  return (
    <div className="with-icon">
      <Symbol name="i-search" className="icon icon--s" />
      <input
        className="input"
        type="search"
        placeholder={label}
        aria-label={label}
        maxLength={64}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  )
}
