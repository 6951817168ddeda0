import { Field } from '../../look/field.tsx'
import { useWatched } from '../../look/use-watched.ts'
import { useWords } from '../../words/use-words.ts'
import { useMessenger } from '../contexts.ts'
import { nameOfCodePage } from '../name-of-code-page.ts'
import { useMisfitSentence } from './profile-text-field.tsx'
import { fitOf, textLimits } from './text-fit.ts'
import type { ProfileForm } from './use-profile-form.ts'

/** The text about oneself, and how much of its room it takes. */
export function ProfileAbout({ form }: { readonly form: ProfileForm }) {
  const words = useWords('people')
  const { codePage } = useWatched(useMessenger().self)
  const sentence = useMisfitSentence()
  const { bytes } = fitOf(form.draft.about, codePage)
  return (
    <Field
      label={words.aboutYou}
      hint={words.bytes(bytes, textLimits.about, nameOfCodePage(codePage))}
      error={sentence(form.misfits.get('about'))}
    >
      {(tie) => (
        <textarea
          {...tie}
          className="textarea"
          rows={4}
          value={form.draft.about}
          onChange={(event) => form.change({ about: event.currentTarget.value })}
        />
      )}
    </Field>
  )
}
