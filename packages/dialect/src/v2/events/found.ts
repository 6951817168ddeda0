import type { Info, Text, Uin } from '@seekyou/language'
import type { Schema } from '@seekyou/wire'
import { type Hearing, heardIn } from '../phrase.ts'
import { cut } from './cut.ts'

/** The fields in which somebody's short profile is told. */
interface Found {
  readonly subSeq: number
  readonly uin: number
  readonly nick: Text
  readonly first: Text
  readonly last: Text
  readonly email: Text
  readonly auth: number
}

/** COMPAT Licq, LibICQ: fixed buffers for names and addresses (docs/protocol/limits.md). */
export const foundFields = (uin: Uin, info: Info, request: number): Found => ({
  subSeq: request,
  uin,
  nick: cut(info.nick, 20),
  first: cut(info.first, 20),
  last: cut(info.last, 20),
  email: cut(info.email, 63),
  auth: info.needsAuthorization ? 0 : 1,
})

export const heardFound = (schema: Schema<Found>): Hearing<{ uin: Uin; info: Info }> =>
  heardIn(
    schema,
    ({ uin, nick, first, last, email, auth }) => ({
      uin: uin as Uin,
      info: { nick, first, last, email, needsAuthorization: auth === 0 },
    }),
    ({ subSeq }) => subSeq,
  )
