import type { ReactNode } from 'react'
import { Field } from '../../look/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { codePages } from './account.ts'

/** In which code page somebody's client writes. */
export function CodePageSelect({
  value,
  onChange,
}: {
  readonly value: string
  onChange(value: string): void
}): ReactNode {
  const words = useWords('admin').accounts
  return (
    <Field label={words.codePage} hint={words.codePageHint}>
      {(tie) => (
        <select
          {...tie}
          className="select"
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          {codePages.map((name) => (
            <option key={name} value={name}>
              {name === 'guess' ? words.guess : name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
