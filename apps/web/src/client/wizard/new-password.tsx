import { Field } from '../../look/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { passwordTrouble } from '../people/text-fit.ts'
import { PasswordInput } from './password-input.tsx'
import type { Registration } from './use-registration.ts'

/** A password, twice. What is wrong with it is said when it is used, or while it is typed if it can only get worse. */
export function NewPassword({ registration }: { readonly registration: Registration }) {
  const words = useWords('wizard')
  const { password, again, draft, problem } = registration
  const trouble = passwordTrouble(password, draft.codePage)
  const wrong =
    trouble === undefined
      ? undefined
      : trouble === 'empty'
        ? problem === 'password'
          ? words.passwordEmpty
          : undefined
        : 'bytes' in trouble
          ? words.passwordLong(trouble.bytes)
          : words.passwordLacking(trouble.lacking.join(' '))
  return (
    <div className="cols-2">
      <Field label={words.password} error={wrong}>
        {(tie) => (
          <PasswordInput
            tie={tie}
            name="new-password"
            autoComplete="new-password"
            value={password}
            onChange={(value) => registration.type({ password: value })}
          />
        )}
      </Field>
      <Field label={words.once} error={problem === 'differ' ? words.passwordsDiffer : undefined}>
        {(tie) => (
          <PasswordInput
            tie={tie}
            name="new-password-again"
            autoComplete="new-password"
            value={again}
            onChange={(value) => registration.type({ again: value })}
          />
        )}
      </Field>
    </div>
  )
}
