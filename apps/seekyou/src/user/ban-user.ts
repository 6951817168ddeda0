import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'

/** `seekyou user ban`. */
export async function banUser(uin: number, options: StoreConfig & { reason?: string }): Promise<void> {
  await withOffice(options, {}, (meet) => meet('banUser', { uin, reason: options.reason ?? '' }))
  console.log(`Banned ${uin}.`)
}

/** `seekyou user unban`. */
export async function unbanUser(uin: number, options: StoreConfig): Promise<void> {
  await withOffice(options, {}, (meet) => meet('unbanUser', { uin }))
  console.log(`${uin} may sign on again.`)
}

/** `seekyou user kick`. */
export async function kickUser(uin: number, options: StoreConfig): Promise<void> {
  await withOffice(options, {}, (meet) => meet('kickUser', { uin }))
  console.log(`Signed ${uin} off.`)
}
