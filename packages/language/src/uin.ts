declare const brand: unique symbol

/** The number that names a user: an unsigned 32-bit integer, 0 excluded. */
export type Uin = number & { readonly [brand]: 'Uin' }

/** UINs below this one are reserved for the server itself (promises: reserved numbers are never given to people). */
export const firstPersonalUin = 1_000

/** The sender of everything that the server itself says. Answers to it are acknowledged and dropped. */
export const systemUin = 1 as Uin

/** Any number from 1 to 2³²−1 as a UIN. Throws a RangeError for anything else: check input from people with `isUin` first. */
export function uin(number: number): Uin {
  if (!isUin(number)) throw new RangeError(`${number} is not a UIN: a UIN is a whole number from 1 to 4294967295.`)
  return number
}

export function isUin(number: number): number is Uin {
  return Number.isInteger(number) && number > 0 && number <= 0xffff_ffff
}
