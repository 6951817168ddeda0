import { useState } from 'react'
import type { FieldTie } from '../../look/field.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import './password-input.css'

/** A password, and a button that shows what was typed. */
export function PasswordInput({
  tie,
  name,
  value,
  autoComplete,
  placeholder,
  autoFocus = false,
  onChange,
}: PasswordInputProps) {
  const words = useWords('wizard')
  const [isShown, setShown] = useState(false)
  return (
    <span className="password">
      <input
        {...tie}
        className="input"
        name={name}
        type={isShown ? 'text' : 'password'}
        value={value}
        autoComplete={autoComplete}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        // biome-ignore lint/a11y/noAutofocus: the page was opened to type this
        autoFocus={autoFocus}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <button
        type="button"
        className="icon-btn"
        aria-label={isShown ? words.hide : words.show}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
      >
        <Symbol name={isShown ? 'i-eye-off' : 'i-eye'} />
      </button>
    </span>
  )
}

interface PasswordInputProps {
  readonly tie: FieldTie
  readonly name: string
  readonly value: string
  readonly autoComplete: 'current-password' | 'new-password'
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly onChange: (value: string) => void
}
