import type { ExtInfo, Text } from '@seekyou/language'

/** The fields of a long profile as packets carry them. */
interface Fields {
  readonly city: Text
  readonly country: number
  readonly tz: number
  readonly state: Text
  readonly age: number
  readonly sex: number
  readonly phone: Text
  readonly homepage: Text
  readonly about: Text
  readonly zip?: number
}

/** How version 2 writes what was not told (docs/protocol/constants.md). */
const notTold = { country: 0xffff, timeZone: 0x9c, age: 0xffff, sex: 0, zip: 0xffff_ffff }

export const extInfoOf = (fields: Fields): ExtInfo => ({
  city: fields.city,
  country: told(fields.country, notTold.country),
  timeZone: told(fields.tz, notTold.timeZone, (byte) => (byte << 24) >> 24),
  state: fields.state,
  age: told(fields.age, notTold.age),
  sex: told(fields.sex, notTold.sex),
  phone: fields.phone,
  homepage: fields.homepage,
  about: fields.about,
  zip: told(fields.zip ?? notTold.zip, notTold.zip),
})

export const extInfoFields = ({ country, timeZone, age, sex, zip, ...texts }: ExtInfo): Required<Fields> => ({
  ...texts,
  country: country ?? notTold.country,
  tz: timeZone === undefined ? notTold.timeZone : timeZone & 0xff,
  age: age ?? notTold.age,
  sex: sex ?? notTold.sex,
  zip: zip ?? notTold.zip,
})

function told(value: number, notTold: number, read = (value: number) => value): number | undefined {
  return value === notTold ? undefined : read(value)
}
