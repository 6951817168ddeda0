import { Field } from '../../look/field.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import { InterruptedNote } from './interrupted-note.tsx'
import { Steps } from './steps.tsx'
import type { Registration } from './use-registration.ts'

/** The code of an invitation. */
export function InvitationStep({ name, registration }: { readonly name: string; readonly registration: Registration }) {
  const words = useWords('wizard')
  return (
    <>
      <Steps now="invitation" isInvited />
      <h1>{words.invitationTitle}</h1>
      <InterruptedNote registration={registration} />
      <p>{words.invitationText(name)}</p>
      <Field
        label={words.code}
        hint={words.codeHint}
        error={registration.problem === 'code' ? words.noCode : undefined}
      >
        {(tie) => (
          <input
            {...tie}
            className="input mono"
            // biome-ignore lint/a11y/noAutofocus: there is nothing else to type here
            autoFocus
            autoComplete="one-time-code"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            value={registration.code}
            onChange={(event) => registration.type({ code: event.currentTarget.value })}
          />
        )}
      </Field>
      <p className="note">
        <Symbol name="i-ticket" />
        <span>{words.codeIsPassword}</span>
      </p>
    </>
  )
}
