import { isUin, type Uin } from '@seekyou/language'
import type { Schema } from '@seekyou/wire'
import { type Hearing, heardIn } from '../phrase.ts'

type AboutOne = Schema<{ subSeq: number; target: number }>

/** Hears a request about one user, marked by its sub-sequence. */
export const heardAboutOne = (schema: AboutOne): Hearing<{ uin: Uin }> =>
  heardIn(
    schema,
    ({ target }) => ({ uin: target as Uin }),
    ({ subSeq }) => subSeq,
  )

/**
 * The same from clients that may have turned the number round.
 * COMPAT IsecQ: writes the UIN of a request for a profile with its high byte first.
 */
export const heardAboutOneOrTurned = (schema: AboutOne): Hearing<{ uin: Uin; otherwise?: Uin }> =>
  heardIn(
    schema,
    ({ target }) => ({ uin: target as Uin, ...turned(target) }),
    ({ subSeq }) => subSeq,
  )

/** No number of 1998 was higher than this; one that is may be another one turned round. */
const highest = 0x07ff_ffff

function turned(target: number): { otherwise?: Uin } {
  const otherwise =
    ((target >>> 24) | ((target >>> 8) & 0xff00) | ((target & 0xff00) << 8) | ((target & 255) << 24)) >>> 0
  return target > highest && isUin(otherwise) ? { otherwise } : {}
}
