import { Call } from '../../look/call.tsx'
import { Field } from '../../look/field.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { textLimits } from '../people/text-fit.ts'
import { CodePageSelect } from '../settings/code-page-select.tsx'
import { misfitOf } from './draft-fit.ts'
import { InterruptedNote } from './interrupted-note.tsx'
import { NewPassword } from './new-password.tsx'
import { Steps } from './steps.tsx'
import type { Registration } from './use-registration.ts'

/** Nickname, password, letters, and what else somebody wants to tell. */
export function YouStep({ registration }: { readonly registration: Registration }) {
  const words = useWords('wizard')
  const { draft, problem, isBusy } = registration
  const textField = (text: 'nick' | 'first' | 'last' | 'email', label: string, complete: string, hint?: string) => {
    const misfit = misfitOf(draft, text)
    const error =
      misfit === undefined
        ? undefined
        : misfit.lacking.length > 0
          ? words.lacking(misfit.lacking.join(' '))
          : words.tooLong(textLimits[text])
    return (
      <Field label={label} error={error} {...(hint === undefined ? {} : { hint })}>
        {(tie) => (
          <input
            {...tie}
            className="input"
            // biome-ignore lint/a11y/noAutofocus: the page was opened to type this
            autoFocus={text === 'nick'}
            autoComplete={complete}
            spellCheck={false}
            value={draft[text]}
            onChange={(event) => registration.describe({ [text]: event.currentTarget.value })}
          />
        )}
      </Field>
    )
  }
  return (
    <>
      <Steps now="you" isInvited={registration.isInvited} />
      <h1>{words.youTitle}</h1>
      <InterruptedNote registration={registration} />
      <Trouble registration={registration} />
      {textField('nick', words.nick, 'nickname', words.nickHint)}
      {registration.isInvited ? null : <NewPassword registration={registration} />}
      <p className="note">
        <Symbol name="i-lock" />
        <span>{registration.isInvited ? words.codeIsPassword : words.eight}</span>
      </p>
      <Field label={words.letters} hint={words.lettersHint}>
        {(tie) => (
          <CodePageSelect
            tie={tie}
            value={draft.codePage}
            onChange={(codePage) => registration.describe({ codePage })}
          />
        )}
      </Field>
      <details className="more" open={problem === 'draft' ? true : undefined}>
        <summary>{words.more}</summary>
        <div>
          <div className="cols-2">
            {textField('first', words.first, 'given-name')}
            {textField('last', words.last, 'family-name')}
          </div>
          {textField('email', words.email, 'email', words.emailHint)}
        </div>
      </details>
      <label className="check">
        <input
          type="checkbox"
          checked={draft.needsAuthorization}
          onChange={(event) => registration.describe({ needsAuthorization: event.currentTarget.checked })}
        />
        <span>
          {words.mustAsk}
          <small>{words.mustAskHint}</small>
        </span>
      </label>
      <div role="status">
        {isBusy ? (
          <>
            <span className="vh">{words.giving}</span>
            <Call />
          </>
        ) : null}
      </div>
    </>
  )
}

function Trouble({ registration: { problem, isInvited } }: { readonly registration: Registration }) {
  const words = useWords('wizard')
  const [title, text] =
    problem === 'refused'
      ? [words.refusedTitle, isInvited ? words.refusedInvite : words.refusedText]
      : problem === 'away'
        ? [words.cannotReachTitle, words.cannotReachText]
        : problem === 'silent'
          ? [words.silentTitle, words.silentText]
          : []
  if (title === undefined) return null
  return (
    <p className="error" role="alert">
      <Symbol name="i-failed" />
      <span>
        <strong>{title}</strong> {text}
      </span>
    </p>
  )
}
