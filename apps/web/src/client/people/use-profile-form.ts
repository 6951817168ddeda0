import { type LongProfile, NoAnswer, type Profile, Refused } from '@seekyou/sdk'
import { useState } from 'react'
import { useWatched } from '../../look/use-watched.ts'
import { useMessenger } from '../contexts.ts'
import { draftOf, type Misfit, misfitsOf, type ProfileDraft, profilesOf } from './profile-draft.ts'

/** An own profile while it is changed. */
export interface ProfileForm {
  readonly draft: ProfileDraft
  readonly misfits: ReadonlyMap<keyof ProfileDraft, Misfit>
  readonly isChanged: boolean
  readonly state: 'resting' | 'saving' | 'saved' | 'noAnswer' | 'refused' | 'offline'
  change(changes: Partial<ProfileDraft>): void
  undo(): void
  save(): void
}

export function useProfileForm(profile: Profile | undefined, longProfile: LongProfile | undefined): ProfileForm {
  const messenger = useMessenger()
  const { codePage } = useWatched(messenger.self)
  const [saved, setSaved] = useState(() => draftOf(profile, longProfile))
  const [draft, setDraft] = useState(saved)
  const [state, setState] = useState<ProfileForm['state']>('resting')
  const misfits = misfitsOf(draft, codePage)

  async function save(): Promise<void> {
    if (state === 'saving' || misfits.size > 0) return
    if (messenger.line.get().state !== 'online') return setState('offline')
    setState('saving')
    try {
      const next = profilesOf(draft)
      await messenger.saveProfile(next.profile, next.longProfile)
      setSaved(draft)
      setState('saved')
    } catch (error) {
      setState(error instanceof Refused ? 'refused' : error instanceof NoAnswer ? 'noAnswer' : 'offline')
    }
  }

  return {
    draft,
    misfits,
    isChanged: (Object.keys(draft) as (keyof ProfileDraft)[]).some((name) => draft[name] !== saved[name]),
    state,
    change(changes) {
      setDraft((before) => ({ ...before, ...changes }))
      if (state !== 'saving') setState('resting')
    },
    undo() {
      setDraft(saved)
      setState('resting')
    },
    save: () => void save(),
  }
}
