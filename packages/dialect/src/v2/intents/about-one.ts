import type { Uin } from '@seekyou/language'
import type { Schema } from '@seekyou/wire'
import { type Hearing, heardIn } from '../phrase.ts'
import { turnedUin } from '../turned-uin.ts'

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
    ({ target }) => {
      const otherwise = turnedUin(target)
      return { uin: target as Uin, ...(otherwise && { otherwise }) }
    },
    ({ subSeq }) => subSeq,
  )
