import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'

/** `seekyou invite remove`. */
export async function removeInvite(code: string, options: StoreConfig): Promise<void> {
  await withOffice(options, {}, (meet) => meet('removeInvite', { code }))
  console.log(`Removed ${code}.`)
}
