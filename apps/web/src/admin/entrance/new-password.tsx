import { type ReactNode, useState } from 'react'
import { Field } from '../../look/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { leastLength, strengthOf } from './strength.ts'
import { StrengthLine } from './strength-line.tsx'

/** A password twice. `problem`: what keeps it from being taken, undefined while nothing does. */
export interface NewPassword {
  readonly password: string
  readonly repeated: string
}

export const noPassword: NewPassword = { password: '', repeated: '' }

/** Whether it can be sent: long enough, and twice the same. */
export const isGoodPair = ({ password, repeated }: NewPassword): boolean =>
  [...password].length >= leastLength && password === repeated

interface NewPasswordFieldsProps {
  readonly value: NewPassword
  /** Whose it will be: a password with one's own name in it is weak. */
  readonly name: string
  /** Show what is wrong, because it was tried to send it. */
  readonly isTried: boolean
  onChange(value: NewPassword): void
}

/** Two fields for a new strong password, and how strong it is, in words. */
export function NewPasswordFields({ value, name, isTried, onChange }: NewPasswordFieldsProps): ReactNode {
  const words = useWords('admin').entrance
  const [isShown, setShown] = useState(false)
  const { password, repeated } = value
  const strength = strengthOf(password, name)
  const isShort = strength.level === 'short'
  const type = isShown ? 'text' : 'password'
  return (
    <>
      <Field
        label={words.password}
        hint={<StrengthLine strength={strength} isEmpty={password === ''} />}
        error={isTried && isShort ? words.tooShort : undefined}
      >
        {(tie) => (
          <input
            {...tie}
            className="input"
            type={type}
            autoComplete="new-password"
            value={password}
            onChange={({ currentTarget }) => onChange({ ...value, password: currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words.repeat} error={isTried && !isShort && password !== repeated ? words.different : undefined}>
        {(tie) => (
          <input
            {...tie}
            className="input"
            type={type}
            autoComplete="new-password"
            value={repeated}
            onChange={({ currentTarget }) => onChange({ ...value, repeated: currentTarget.value })}
          />
        )}
      </Field>
      <label className="check">
        <input type="checkbox" checked={isShown} onChange={({ currentTarget }) => setShown(currentTarget.checked)} />
        {words.show}
      </label>
    </>
  )
}
