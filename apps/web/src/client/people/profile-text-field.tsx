import { Field } from '../../look/field.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { nameOfCodePage } from '../name-of-code-page.ts'
import type { Misfit, ProfileText } from './profile-draft.ts'
import type { ProfileForm } from './use-profile-form.ts'

/** One text of the own profile, and what is wrong with it while it is typed. */
export function ProfileTextField({ form, name, label, complete, hint }: ProfileTextFieldProps) {
  const sentence = useMisfitSentence()
  return (
    <Field label={label} error={sentence(form.misfits.get(name))} {...(hint === undefined ? {} : { hint })}>
      {(tie) => (
        <input
          {...tie}
          className="input"
          autoComplete={complete}
          spellCheck={false}
          inputMode={name === 'age' || name === 'zip' ? 'numeric' : 'text'}
          value={form.draft[name]}
          onChange={(event) => form.change({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  )
}

interface ProfileTextFieldProps {
  readonly form: ProfileForm
  readonly name: ProfileText | 'age' | 'zip'
  readonly label: string
  /** What browsers may fill in. */
  readonly complete: string
  readonly hint?: string
}

/** Says what is wrong with a field. */
export function useMisfitSentence(): (misfit: Misfit | undefined) => string | undefined {
  const words = useWords('people')
  const { codePage } = useWatched(useMessenger().self)
  return (misfit) => {
    if (misfit === undefined) return undefined
    if (misfit.what === 'long') return words.tooLong(misfit.max)
    if (misfit.what === 'lacking') return words.lacking(misfit.characters.join(' '), nameOfCodePage(codePage))
    return { age: words.badAge, zip: words.badZip, homepage: words.badHomepage }[misfit.what]
  }
}
