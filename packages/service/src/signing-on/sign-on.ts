import type { Intent, Uin } from '@seekyou/language'
import { type Account, ask, type Waiting } from '../needs.ts'
import { checkPassword } from './check-password.ts'

/** The verdict on a sign-on: who it is and who has messages waiting for them, or a no that tells nothing to a prober. */
export type Verdict = { readonly account: Account; readonly waitingFrom: readonly Uin[] } | 'refused'

/**
 * Checks a password. The account is read once more after the check, which takes its time: messages may have been kept meanwhile,
 * or the account removed or banned.
 */
export function* signOn({ uin, password }: Intent<'signOn'>): Waiting<Verdict> {
  if (!(yield* checkPassword({ uin, password }))) return 'refused'
  const found = yield* ask({ name: 'findAccount', uin })
  return found && !found.account.isBanned ? found : 'refused'
}
