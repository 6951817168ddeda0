import { firstPersonalUin, isUin, type Uin } from '@seekyou/language'

/** No number of 1998 was higher than this; one that is may be another one whose bytes were turned round. */
const highest = 0x07ff_ffff

/** The person's number that was turned round to become this one. Undefined: this one is as it is. */
export function turnedUin(number: number): Uin | undefined {
  if (number <= highest) return undefined
  const before =
    ((number >>> 24) | ((number >>> 8) & 0xff00) | ((number & 0xff00) << 8) | ((number & 0xff) << 24)) >>> 0
  return isUin(before) && before >= firstPersonalUin && before <= highest ? before : undefined
}
