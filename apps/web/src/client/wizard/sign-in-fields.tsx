import type { StatusName } from '@seekyou/sdk'
import type { Account } from '../../device/contract.ts'
import { Field } from '../../look/field.tsx'
import { useWords } from '../../words/use-words.ts'
import { PasswordInput } from './password-input.tsx'
import { RememberCheck } from './remember-check.tsx'
import type { SignIn } from './use-sign-in.ts'

/** The number (unless an account was chosen), the password, how to arrive, and whether to be remembered. */
export function SignInFields({ account, isFirst, signIn }: SignInFieldsProps) {
  const words = useWords('wizard')
  const statuses = useWords('statuses')
  const isWrong = signIn.trouble?.because === 'password'
  return (
    <>
      {account === undefined ? (
        <Field
          label={words.number}
          hint={words.numberHint}
          error={signIn.wrong === 'number' ? words.noNumber : undefined}
        >
          {(tie) => (
            <input
              {...tie}
              className="input"
              name="username"
              inputMode="numeric"
              autoComplete="username"
              // biome-ignore lint/a11y/noAutofocus: the page was opened to type this
              autoFocus={isFirst}
              value={signIn.number}
              onChange={(event) => signIn.type({ number: event.currentTarget.value })}
            />
          )}
        </Field>
      ) : (
        // For the browser's password manager, which ties a password to a name.
        <input
          className="vh"
          name="username"
          autoComplete="username"
          value={account.uin}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
      )}
      <div className="cols-2">
        <Field
          label={words.password}
          hint={words.passwordHint}
          error={signIn.wrong === 'password' ? words.noPassword : undefined}
        >
          {(tie) => (
            <PasswordInput
              tie={isWrong ? { ...tie, 'aria-invalid': true } : tie}
              name="password"
              autoComplete="current-password"
              autoFocus={!isFirst}
              value={signIn.password}
              {...(account?.isRemembered === true ? { placeholder: '••••••••' } : {})}
              onChange={(password) => signIn.type({ password })}
            />
          )}
        </Field>
        <Field label={words.arriveAs}>
          {(tie) => (
            <select
              {...tie}
              className="select"
              value={signIn.status}
              onChange={(event) => signIn.type({ status: event.currentTarget.value as StatusName })}
            >
              {arrivals.map((status) => (
                <option key={status} value={status}>
                  {statuses[status]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <RememberCheck isOn={signIn.isRemembered} onChange={(isRemembered) => signIn.type({ isRemembered })} />
    </>
  )
}

interface SignInFieldsProps {
  /** Undefined: the number is typed, too. */
  readonly account: Account | undefined
  /** Nobody has signed in here before. */
  readonly isFirst: boolean
  readonly signIn: SignIn
}

const arrivals = [
  'online',
  'freeForChat',
  'away',
  'notAvailable',
  'occupied',
  'doNotDisturb',
  'invisible',
] as const satisfies readonly StatusName[]
