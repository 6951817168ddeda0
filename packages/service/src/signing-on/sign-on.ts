import type { Intent, Uin } from '@seekyou/language'
import { type Account, ask, type Waiting } from '../needs.ts'

/** The verdict on a sign-on: who it is and who has messages waiting for them, or a no that tells nothing to a prober. */
export type Verdict = { readonly account: Account; readonly waitingFrom: readonly Uin[] } | 'refused'

/**
 * Checks a password. An unknown UIN costs as much as a wrong password and looks the same. The account is read once more after
 * the check, which takes its time: messages may have been kept meanwhile, or the account removed.
 */
export function* signOn({ uin, password }: Intent<'signOn'>): Waiting<Verdict> {
  const found = yield* ask({ name: 'findAccount', uin })
  const right = yield* ask({ name: 'verifyPassword', password, hash: found?.account.passwordHash })
  if (!found || !right) return 'refused'
  return (yield* ask({ name: 'findAccount', uin })) ?? 'refused'
}
