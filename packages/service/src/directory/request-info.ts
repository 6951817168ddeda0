import type { Intent } from '@seekyou/language'
import type { Handler } from '../handler.ts'
import type { Waiting } from '../needs.ts'
import type { Effects } from '../told.ts'
import { findEither } from './find-either.ts'

/** Tells somebody's short profile. */
export const requestInfo: Handler<'requestInfo'> = (intent) => ({ later: { errand: request(intent) } })

function* request(intent: Intent<'requestInfo'>): Waiting<Effects> {
  const found = yield* findEither(intent)
  if (!found) return { answers: [{ name: 'uinUnknown', uin: intent.uin }] }
  return { answers: [{ name: 'infoFound', uin: found.uin, info: found.info }] }
}
