// The people whom fuzzed packets are about: they have accounts, and everybody's password is the same.
import { type Uin, uin } from '@seekyou/language'
import type { Dice } from '../dice.ts'

/** They are signed on and send what is tried. */
export const players: readonly Uin[] = [1_001, 1_002, 1_003, 1_004].map(uin)

/** They have accounts, and messages wait for them until a packet signs them on. */
export const absentees: readonly Uin[] = [1_005, 1_006].map(uin)

export const password = Uint8Array.from('secret', (char) => char.charCodeAt(0))

/** A number that a packet may name: somebody's as a rule, sometimes nobody's or the server's own. */
export function anyUin(dice: Dice): number {
  if (dice.chance(0.75)) return dice.pick(players)
  return dice.pick([...absentees, 0, 1, 10, 999, 9_999_999, 0x7fff_ffff, 0xffff_ffff])
}
