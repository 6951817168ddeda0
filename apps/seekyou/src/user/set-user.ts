import { misuse } from '../complaint.ts'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { passwordFrom } from '../terminal/ask.ts'
import { warnOfLongPassword } from './long-password.ts'

/** `seekyou user set`. `password` is true when the person wants to be asked for it. */
export async function setUser(
  uin: number,
  options: StoreConfig & { nick?: string; password?: string | true; codePage?: string },
): Promise<void> {
  const { nick, codePage } = options
  if (nick === undefined && codePage === undefined && options.password === undefined) {
    throw misuse('Nothing to change: give --nick, --password or --code-page.')
  }
  let password: string | undefined
  if (options.password !== undefined) {
    password = await passwordFrom(options.password === true ? undefined : options.password)
    warnOfLongPassword(password)
  }
  await withOffice(options, {}, (meet) => meet('setUser', { uin, nick, password, codePage }))
  console.log(`Changed ${uin}.`)
}
