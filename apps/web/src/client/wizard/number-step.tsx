import { Field } from '../../look/field.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { NumberCard } from './number-card.tsx'
import { PasswordInput } from './password-input.tsx'
import { RememberCheck } from './remember-check.tsx'
import { SignInTrouble } from './sign-in-trouble.tsx'
import { Steps } from './steps.tsx'
import type { Registration } from './use-registration.ts'

/** The new number, large: to be copied, printed and written down. Then one signs in. */
export function NumberStep({ name, registration }: { readonly name: string; readonly registration: Registration }) {
  const words = useWords('wizard')
  const { uin, problem, needsPassword, isInvited } = registration
  if (uin === undefined) return null
  return (
    <>
      <Steps now="number" isInvited={isInvited} />
      <h1 tabIndex={-1} ref={takeFocus}>
        {words.yours}
      </h1>
      <NumberCard uin={uin} nick={registration.draft.nick} server={name} at={registration.askedAt ?? Date.now()} />
      <p className="note">
        <Symbol name="i-edit" />
        <span>
          <strong>{words.writeDown}</strong> {words.writeDownText}
        </span>
      </p>
      {isInvited && !needsPassword ? (
        <p className="note">
          <Symbol name="i-key" />
          <span>
            <strong>{words.changeIt}</strong> {words.changeItText}
          </span>
        </p>
      ) : null}
      {needsPassword ? (
        <Field
          label={words.password}
          hint={words.passwordAgain}
          error={problem === 'passwordMissing' ? words.noPassword : undefined}
        >
          {(tie) => (
            <PasswordInput
              tie={tie}
              name="password"
              autoComplete="current-password"
              value={registration.password}
              onChange={(password) => registration.type({ password })}
            />
          )}
        </Field>
      ) : null}
      <Confirmation registration={registration} />
      {problem === 'notSaved' ? (
        <p className="error" role="alert">
          <Symbol name="i-warn" />
          <span>
            <strong>{words.notSavedTitle}</strong> {words.notSavedText}
          </span>
        </p>
      ) : null}
      {typeof problem === 'object' ? <SignInTrouble because={problem.signIn} uin={uin} /> : null}
    </>
  )
}

function Confirmation({ registration }: { readonly registration: Registration }) {
  const words = useWords('wizard')
  const isForgotten = registration.problem === 'notWritten'
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={registration.isWritten}
          aria-invalid={isForgotten}
          aria-describedby={isForgotten ? 'written-first' : undefined}
          onChange={(event) => registration.type({ isWritten: event.currentTarget.checked })}
        />
        <span>{words.written}</span>
      </label>
      {isForgotten ? (
        <p className="error" role="alert" id="written-first">
          <Symbol name="i-warn" className="icon icon--s" />
          {words.writtenFirst}
        </p>
      ) : null}
      <RememberCheck
        isOn={registration.isRemembered}
        onChange={(isRemembered) => registration.type({ isRemembered })}
      />
    </>
  )
}

/** One function for all drawings: it is called when the title appears, not whenever something changes. */
const takeFocus = (title: HTMLElement | null): void => title?.focus()
