import type { Uin } from '@seekyou/language'
import { type Account, ask, type Waiting } from '../needs.ts'

/** The verdict on a sign-on: who it is and who has messages waiting for them, or a no that tells nothing to a prober. */
export type Verdict = { readonly account: Account; readonly waitingFrom: readonly Uin[] } | 'refused'

/** Who signs on, when their password has been found right: meanwhile the account may have been removed or banned. */
export function* lookUp(uin: Uin): Waiting<Verdict> {
  const found = yield* ask({ name: 'findAccount', uin })
  return found && !found.account.isBanned ? found : 'refused'
}
