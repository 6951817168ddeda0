import type { Text } from '@seekyou/language'

/** A text as the columns `folded_…` have it: with the capitals of ASCII as small letters. */
export const folded = (text: Text): Uint8Array =>
  text.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte))

/** The first text that is greater than all that begin with this one; undefined when there is none. */
export function after(text: Uint8Array): Uint8Array | undefined {
  const last = text.findLastIndex((byte) => byte < 0xff)
  if (last < 0) return undefined
  const next = text.slice(0, last + 1)
  next[last]! += 1
  return next
}
