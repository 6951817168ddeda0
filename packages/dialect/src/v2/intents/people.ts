import { isUin, type Uin } from '@seekyou/language'
import type { Schema } from '@seekyou/wire'
import { type Hearing, heardIn } from '../phrase.ts'

/** Hears a list of people. Zeros, which some clients leave in their lists, name nobody. */
export const heardPeople = (schema: Schema<{ uins: readonly number[] }>): Hearing<{ uins: readonly Uin[] }> =>
  heardIn(schema, ({ uins }) => ({ uins: uins.filter(isUin) }))
