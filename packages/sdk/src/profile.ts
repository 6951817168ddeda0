import { type ExtInfo, emptyExtInfo, type Info, type Intent, type Text, type Uin } from '@seekyou/language'
import type { CodePage } from '@seekyou/wire'
import { decodeText, encodeText } from './content/text.ts'

/** A short profile. Texts are empty when not told. */
export interface Profile {
  readonly nick: string
  readonly first: string
  readonly last: string
  readonly email: string
  /** Whoever wants this user on their list is to ask first. */
  readonly needsAuthorization: boolean
}

/** Somebody who was found. */
export interface FoundUser extends Profile {
  readonly uin: Uin
}

/** A long profile. Undefined, or an empty text: not told. */
export interface LongProfile {
  readonly city: string
  /** A telephone prefix. */
  readonly country: number | undefined
  /** Half hours west of Greenwich, −128 to 127. */
  readonly timeZone: number | undefined
  readonly state: string
  /** Years. */
  readonly age: number | undefined
  /** Numbers that nobody knows are kept as they came. */
  readonly sex: 'female' | 'male' | number | undefined
  readonly phone: string
  readonly homepage: string
  readonly about: string
  /** A postal code as a number. */
  readonly zip: number | undefined
}

/** Whom to look for: one UIN, or the beginnings of names, or an e-mail address. */
export type SearchFor = { readonly uin: number } | Partial<Pick<Profile, 'nick' | 'first' | 'last' | 'email'>>

export const readProfile = ({ nick, first, last, email, needsAuthorization }: Info, page: CodePage): Profile => ({
  nick: decodeText(nick, page),
  first: decodeText(first, page),
  last: decodeText(last, page),
  email: decodeText(email, page),
  needsAuthorization,
})

/** Names as a search or a new profile wants them. What is left out is empty. */
export function writeNames(names: Partial<Profile>, page: CodePage): Omit<Intent<'searchUser'>, 'name'> {
  const write = (text = ''): Text => encodeText(text, page)
  return { nick: write(names.nick), first: write(names.first), last: write(names.last), email: write(names.email) }
}

export function readLongProfile(extInfo: ExtInfo, page: CodePage): LongProfile {
  const { city, state, phone, homepage, about, sex, ...numbers } = extInfo
  const read = (text: Text): string => decodeText(text, page)
  return {
    ...numbers,
    city: read(city),
    state: read(state),
    phone: read(phone),
    homepage: read(homepage),
    about: read(about),
    sex: sex === 1 ? 'female' : sex === 2 ? 'male' : sex,
  }
}

/** What is left out is not told. */
export function writeLongProfile(profile: Partial<LongProfile>, page: CodePage): ExtInfo {
  const { city, state, phone, homepage, about, sex, ...numbers } = profile
  const write = (text = ''): Text => encodeText(text, page)
  return {
    ...emptyExtInfo,
    ...numbers,
    city: write(city),
    state: write(state),
    phone: write(phone),
    homepage: write(homepage),
    about: write(about),
    sex: sex === 'female' ? 1 : sex === 'male' ? 2 : sex,
  }
}
