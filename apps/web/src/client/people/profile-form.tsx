import type { LongProfile, Profile } from '@seekyou/sdk'
import { Switch } from '../../look/switch.tsx'
import { Symbol } from '../../look/symbol.tsx'
import { useWords } from '../../words/use-words.ts'
import '../settings/set.css'
import { ProfileAbout } from './profile-about.tsx'
import { ProfileChoices } from './profile-choices.tsx'
import { ProfileTextField } from './profile-text-field.tsx'
import { useProfileForm } from './use-profile-form.ts'

/** All fields of both profiles of version 2. */
export function ProfileForm({ profile, longProfile }: ProfileFormProps) {
  const words = useWords('people')
  const form = useProfileForm(profile, longProfile)
  const { draft, state, isChanged } = form
  return (
    <form
      className="profile-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.save()
      }}
    >
      <section className="panel">
        <h2>{words.whoYouAre}</h2>
        <div className="cols-3">
          <ProfileTextField form={form} name="nick" label={words.nick} complete="nickname" />
          <ProfileTextField form={form} name="first" label={words.first} complete="given-name" />
          <ProfileTextField form={form} name="last" label={words.last} complete="family-name" />
        </div>
        <div className="cols-2">
          <ProfileTextField form={form} name="email" label={words.email} complete="email" hint={words.emailHintOwn} />
          <ProfileTextField form={form} name="homepage" label={words.homepage} complete="url" />
        </div>
        <ProfileAbout form={form} />
      </section>
      <section className="panel">
        <h2>{words.more}</h2>
        <div className="cols-3">
          <ProfileTextField form={form} name="city" label={words.town} complete="address-level2" />
          <ProfileTextField form={form} name="state" label={words.state} complete="address-level1" />
          <ProfileTextField form={form} name="zip" label={words.zip} complete="postal-code" />
        </div>
        <ProfileChoices form={form} />
      </section>
      <section className="panel">
        <h2>{words.whoMayAdd}</h2>
        <Switch
          label={words.mustAsk}
          hint={words.mustAskHint}
          isOn={draft.needsAuthorization}
          onChange={(needsAuthorization) => form.change({ needsAuthorization })}
        />
      </section>
      {state === 'noAnswer' || state === 'refused' || state === 'offline' ? (
        <p className="error" role="alert">
          <Symbol name="i-failed" />
          <span>
            <strong>{words.notSaved}</strong>{' '}
            {{ noAnswer: words.notSavedText, refused: words.notSavedRefused, offline: words.notSavedOffline }[state]}
          </span>
        </p>
      ) : null}
      <div className="row row--end">
        <span className="small" role="status">
          {state === 'saving' ? words.saving : state === 'saved' && !isChanged ? words.saved : ''}
        </span>
        <button type="button" className="btn" disabled={!isChanged || state === 'saving'} onClick={form.undo}>
          <Symbol name="i-undo" />
          {words.undo}
        </button>
        <button
          type="submit"
          className="btn btn--go"
          disabled={!isChanged || state === 'saving' || form.misfits.size > 0}
        >
          {words.save}
        </button>
      </div>
    </form>
  )
}

interface ProfileFormProps {
  readonly profile: Profile | undefined
  readonly longProfile: LongProfile | undefined
}
