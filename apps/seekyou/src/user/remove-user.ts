import { Complaint } from '../complaint.ts'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { confirmed } from '../terminal/ask.ts'

/** `seekyou user remove`. */
export async function removeUser(uin: number, options: StoreConfig & { yes?: true }): Promise<void> {
  if (!(await confirmed(`Remove ${uin}, with the messages that wait for it?`, options.yes === true))) {
    throw new Complaint('Nothing was removed.')
  }
  await withOffice(options, {}, (meet) => meet('removeUser', { uin }))
  console.log(`Removed ${uin}.`)
}
