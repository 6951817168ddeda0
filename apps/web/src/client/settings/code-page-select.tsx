import type { CodePageName } from '@seekyou/wire'
import type { FieldTie } from '../../look/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { offeredCodePages } from './code-pages.ts'

/** A choice among the alphabets of 1998, named by who writes with them. */
export function CodePageSelect({ tie, value, onChange }: CodePageSelectProps) {
  const words = useWords('settings')
  return (
    <select
      {...tie}
      className="select"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as CodePageName)}
    >
      {offeredCodePages.map((name) => (
        <option key={name} value={name}>
          {words.codePages[name]}
        </option>
      ))}
    </select>
  )
}

interface CodePageSelectProps {
  readonly tie: Partial<FieldTie>
  readonly value: CodePageName
  readonly onChange: (name: CodePageName) => void
}
