// Profiles and settings as columns, and back. What somebody has not told is null, or an empty text.
import type { ExtInfo, Info } from '@seekyou/language'
import type { Settings } from '@seekyou/service'
import type { ExtInfoColumns, InfoColumns, SettingsColumns } from './tables.ts'

export const infoToColumns = ({ nick, first, last, email, needsAuthorization }: Info): InfoColumns => ({
  nick,
  first,
  last,
  email,
  needs_authorization: bit(needsAuthorization),
})

export const infoFromColumns = ({ nick, first, last, email, needs_authorization }: InfoColumns): Info => ({
  nick,
  first,
  last,
  email,
  needsAuthorization: needs_authorization === 1,
})

export const extInfoToColumns = (extInfo: ExtInfo): ExtInfoColumns => ({
  city: extInfo.city,
  country: extInfo.country ?? null,
  time_zone: extInfo.timeZone ?? null,
  state: extInfo.state,
  age: extInfo.age ?? null,
  sex: extInfo.sex ?? null,
  phone: extInfo.phone,
  homepage: extInfo.homepage,
  about: extInfo.about,
  zip: extInfo.zip ?? null,
})

export const extInfoFromColumns = (row: ExtInfoColumns): ExtInfo => ({
  city: row.city,
  country: row.country ?? undefined,
  timeZone: row.time_zone ?? undefined,
  state: row.state,
  age: row.age ?? undefined,
  sex: row.sex ?? undefined,
  phone: row.phone,
  homepage: row.homepage,
  about: row.about,
  zip: row.zip ?? undefined,
})

export const settingsToColumns = ({ direct, publishesEmail, storedMax, isLimited }: Settings): SettingsColumns => ({
  direct: direct === undefined ? null : bit(direct),
  publishes_email: bit(publishesEmail),
  stored_max: storedMax ?? null,
  is_limited: bit(isLimited),
})

export const settingsFromColumns = (row: SettingsColumns): Settings => ({
  direct: row.direct === null ? undefined : row.direct === 1,
  publishesEmail: row.publishes_email === 1,
  storedMax: row.stored_max ?? undefined,
  isLimited: row.is_limited === 1,
})

export const bit = (is: boolean): 0 | 1 => (is ? 1 : 0)
