import type { Text, Uin } from '@seekyou/language'
import { type Account, ask, type Waiting } from '../needs.ts'

/**
 * The account, if number and password are right and the account is not banned. Everything else looks the same to whoever asks,
 * and costs the same: an unknown number is checked against nothing.
 */
export function* checkPassword({ uin, password }: { uin: Uin; password: Text }): Waiting<Account | undefined> {
  const found = yield* ask({ name: 'findAccount', uin })
  const isRight = yield* ask({ name: 'verifyPassword', password, hash: found?.account.passwordHash })
  return found && isRight && !found.account.isBanned ? found.account : undefined
}
