import type { Uin } from '@seekyou/language'
import { type Answer, ask, type Waiting } from '../needs.ts'

/** Both profiles of `uin`, or, if nobody has that number, of `otherwise`; and whose they are. */
export function* findEither({
  uin,
  otherwise,
}: {
  uin: Uin
  otherwise?: Uin
}): Waiting<({ uin: Uin } & NonNullable<Answer<'findProfile'>>) | undefined> {
  for (const one of otherwise === undefined ? [uin] : [uin, otherwise]) {
    const profile = yield* ask({ name: 'findProfile', uin: one })
    if (profile) return { uin: one, ...profile }
  }
  return undefined
}
