import { hrefOf } from '@seekyou/messenger'
import type { LongProfile, Profile } from '@seekyou/sdk'
import type { CodePageName } from '@seekyou/wire'
import { fitOf, textLimits } from './text-fit.ts'

/** An own profile as it is typed. */
export interface ProfileDraft extends Readonly<Record<ProfileText | 'age' | 'zip', string>> {
  readonly needsAuthorization: boolean
  readonly country: number | undefined
  readonly timeZone: number | undefined
  readonly sex: LongProfile['sex']
}

export type ProfileText = keyof typeof textLimits

/** What is wrong with a field. */
export type Misfit =
  | { readonly what: 'long'; readonly max: number }
  | { readonly what: 'lacking'; readonly characters: readonly string[] }
  | { readonly what: 'age' | 'zip' | 'homepage' }

export const draftOf = (profile: Profile | undefined, longProfile: LongProfile | undefined): ProfileDraft => ({
  nick: profile?.nick ?? '',
  first: profile?.first ?? '',
  last: profile?.last ?? '',
  email: profile?.email ?? '',
  needsAuthorization: profile?.needsAuthorization ?? false,
  city: longProfile?.city ?? '',
  state: longProfile?.state ?? '',
  phone: longProfile?.phone ?? '',
  homepage: longProfile?.homepage ?? '',
  about: longProfile?.about ?? '',
  country: longProfile?.country,
  timeZone: longProfile?.timeZone,
  sex: longProfile?.sex,
  age: longProfile?.age === undefined ? '' : String(longProfile.age),
  zip: longProfile?.zip === undefined ? '' : String(longProfile.zip),
})

/** What is to be saved. To be called with a draft that has no misfits. */
export function profilesOf(draft: ProfileDraft): { readonly profile: Profile; readonly longProfile: LongProfile } {
  const { nick, first, last, email, needsAuthorization, age, zip, ...long } = draft
  const number = (written: string): number | undefined => (written.trim() === '' ? undefined : Number(written))
  return {
    profile: { nick, first, last, email, needsAuthorization },
    longProfile: { ...long, age: number(age), zip: number(zip) },
  }
}

/** Everything that is wrong, by field. */
export function misfitsOf(draft: ProfileDraft, page: CodePageName): ReadonlyMap<keyof ProfileDraft, Misfit> {
  const misfits = new Map<keyof ProfileDraft, Misfit>()
  for (const [text, max] of Object.entries(textLimits) as [ProfileText, number][]) {
    const { bytes, lacking } = fitOf(draft[text], page)
    if (lacking.length > 0) misfits.set(text, { what: 'lacking', characters: lacking })
    else if (bytes > max) misfits.set(text, { what: 'long', max })
  }
  if (!misfits.has('homepage') && draft.homepage !== '' && hrefOf(draft.homepage) === undefined) {
    misfits.set('homepage', { what: 'homepage' })
  }
  if (!/^\s*\d*\s*$/.test(draft.age) || Number(draft.age) > ageMax) misfits.set('age', { what: 'age' })
  if (!/^\s*\d{0,9}\s*$/.test(draft.zip)) misfits.set('zip', { what: 'zip' })
  return misfits
}

const ageMax = 254
