// Lists of fields that several packets share. A packet names its own summary and evidence.
import { optional, skippable, text16, u8, u16, uin, uins } from '../kit/index.ts'
import { age, auth, country, messageKind, sex, status, subSeq, timeZone, zip } from './fields.ts'

/** A message on its way to the server. */
export const outgoing = { to: uin, kind: messageKind, text: text16 }

/** A request about one user. */
export const aboutOne = { subSeq, target: uin }

/** The names under which a user is found. */
export const names = { nick: text16, first: text16, last: text16, email: text16 }

/** The basic profile as a client sends it; version 2 clients may leave out whether authorization is required. */
export const basicProfile = { subSeq, ...names, auth: optional(auth) }

/** The basic profile as the server tells it. Servers add one or two bytes more, which trail. */
export const foundUser = { subSeq, uin, ...names, auth }

/** The extended profile. Older clients and servers end before the postal code. */
export const extendedProfile = {
  city: text16,
  country,
  tz: timeZone,
  state: text16,
  age,
  sex,
  phone: text16,
  homepage: text16,
  about: text16,
  zip: optional(zip),
}

/** A confirmation that only names the request. */
export const confirmation = { subSeq }

/** A list of users and nothing else. */
export const userList = { uins }

/** How available a user is. */
export const presence = { uin, status }

/** When the server accepted a message, in UTC to the minute. */
export const moment = { year: u16, month: u8, day: u8, hour: u8, minute: u8 }

/** A request about one user; read without its sub-sequence when just a UIN is there. */
export const requestAboutOne = {
  // COMPAT later versions: four bytes, the UIN
  ...aboutOne,
  subSeq: skippable(subSeq, 0, (reader) => reader.left === 4),
}
