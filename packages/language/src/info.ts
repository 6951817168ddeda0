import type { Text } from './text.ts'

/** The short profile, under which a user is found. Texts are bytes in the user's own code page; empty when not told. */
export interface Info {
  readonly nick: Text
  readonly first: Text
  readonly last: Text
  readonly email: Text
  /** True: whoever wants this user on their list is to ask first. The clients ask; a server enforces it only when told to. */
  readonly needsAuthorization: boolean
}

/** The long profile. Undefined, or an empty text: not told. */
export interface ExtInfo {
  readonly city: Text
  /** A telephone prefix. */
  readonly country: number | undefined
  /** Half hours west of Greenwich, −128 to 127. */
  readonly timeZone: number | undefined
  readonly state: Text
  /** Years. */
  readonly age: number | undefined
  /** 1 female, 2 male; others are kept as they came. */
  readonly sex: number | undefined
  readonly phone: Text
  readonly homepage: Text
  readonly about: Text
  /** A postal code as a number. */
  readonly zip: number | undefined
}

const nothing: Text = new Uint8Array(0)

/** The short profile of somebody who has told nothing. */
export const emptyInfo: Info = {
  nick: nothing,
  first: nothing,
  last: nothing,
  email: nothing,
  needsAuthorization: false,
}

/** The long profile of somebody who has told nothing. */
export const emptyExtInfo: ExtInfo = {
  city: nothing,
  country: undefined,
  timeZone: undefined,
  state: nothing,
  age: undefined,
  sex: undefined,
  phone: nothing,
  homepage: nothing,
  about: nothing,
  zip: undefined,
}
