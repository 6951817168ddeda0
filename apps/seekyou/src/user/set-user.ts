import type { UserChanges } from '@seekyou/office'
import { misuse } from '../complaint.ts'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { passwordFrom } from '../terminal/ask.ts'
import { warnOfLongPassword } from './long-password.ts'

/** `seekyou user set`. `password` is true when the person wants to be asked for it. */
export async function setUser(
  uin: number,
  options: StoreConfig & Omit<UserChanges, 'password'> & { password?: string | true },
): Promise<void> {
  const { data, hashCost, password: given, ...changes } = options
  if (given === undefined && Object.keys(changes).length === 0) {
    throw misuse('Nothing to change: say what with an option; seekyou user set --help lists them.')
  }
  let password: string | undefined
  if (given !== undefined) {
    password = await passwordFrom(given === true ? undefined : given)
    warnOfLongPassword(password)
  }
  await withOffice({ data, hashCost }, {}, (meet) => meet('setUser', { uin, password, ...changes }))
  console.log(`Changed ${uin}.`)
}
