import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { passwordFrom } from '../terminal/ask.ts'
import { warnOfLongPassword } from './long-password.ts'

/** `seekyou user add`. */
export async function addUser(
  options: StoreConfig & { uin?: number; nick: string; password?: string; codePage?: string },
): Promise<void> {
  const password = await passwordFrom(options.password)
  warnOfLongPassword(password)
  const { uin, nick, codePage } = options
  const added = await withOffice(options, { create: true }, (meet) =>
    meet('addUser', { uin, nick, password, codePage }),
  )
  console.log(`Added ${added.uin}, ${nick}.`)
}
