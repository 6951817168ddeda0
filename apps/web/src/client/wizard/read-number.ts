import { firstPersonalUin, isUin, type Uin } from '@seekyou/language'

/** A number as people write it: with spaces, dashes, dots or a number sign. Undefined: that is no number of a person. */
export function readNumber(written: string): Uin | undefined {
  const digits = written
    .replaceAll('№', '')
    .normalize('NFKC')
    .replace(/[\s.#\p{Dash}]/gu, '')
  if (!/^\d{1,10}$/.test(digits)) return undefined
  const number = Number(digits)
  return number >= firstPersonalUin && isUin(number) ? number : undefined
}
