// What the compiler must refuse, and what it must know. Checked by `tsc`, never run.
import { uin } from '@seekyou/language'
import type { Handler } from './handler.ts'
import { type Account, type Answer, ask, type Need, type Waiting } from './needs.ts'

/** A question knows its answer. */
export function* findsOut(): Waiting<boolean> {
  const found = yield* ask({ name: 'findAccount', uin: uin(1_000) })
  const account: Account | undefined = found?.account
  return yield* ask({ name: 'verifyPassword', password: new Uint8Array(), hash: account?.passwordHash })
}

/** And nothing else. */
export function* mistakes(): Waiting<void> {
  // @ts-expect-error whether a password is right is no text
  const right: string = yield* ask({ name: 'verifyPassword', password: new Uint8Array(), hash: undefined })
  // @ts-expect-error a question needs its content
  yield* ask({ name: 'findAccount', right })
}

// @ts-expect-error what nobody asks for
export const unheardOf: Need = { name: 'divine' }

export const nobody: Answer<'findAccount'> = undefined
export const refused: Answer<'commit'> = { refused: [{ id: 1, because: 'full' }] }
// @ts-expect-error a store refuses for two reasons only
export const moody: Answer<'commit'> = { refused: [{ id: 1, because: 'mood' }] }

// @ts-expect-error a handler on the road of messages never waits
export const slow: Handler<'sendMessage'> = async () => ({})
