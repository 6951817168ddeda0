import { Complaint } from '../complaint.ts'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { confirmed } from '../terminal/ask.ts'
import { day } from './words.ts'

/** `seekyou user remove`. */
export async function removeUser(
  uin: number,
  { yes = false, now = false, ...config }: StoreConfig & { yes?: boolean; now?: boolean },
): Promise<void> {
  const question = now
    ? `Remove ${uin} for ever, with the messages that wait for it?`
    : `Ban ${uin}, and remove it in a week with the messages that wait for it?`
  if (!(await confirmed(question, yes))) throw new Complaint('Nothing was removed.')
  const { leavesAt } = await withOffice(config, {}, (meet) => meet('removeUser', { uin, now }))
  if (leavesAt === undefined) console.log(`Removed ${uin}.`)
  else
    console.log(
      `${uin} is banned, and will be removed on ${day(leavesAt)}; seekyou user restore ${uin} takes that back.`,
    )
}

/** `seekyou user restore`. */
export async function restoreUser(uin: number, config: StoreConfig): Promise<void> {
  await withOffice(config, {}, (meet) => meet('restoreUser', { uin }))
  console.log(`${uin} stays.`)
}
