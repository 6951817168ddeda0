import { Complaint } from '../complaint.ts'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { moment } from '../terminal/moment.ts'

/** `seekyou admin link`. */
export async function showLink(config: StoreConfig & { json?: true }): Promise<void> {
  const link = await withOffice(config, {}, async (meet) => {
    const { adminHttp } = await meet('status', {})
    if (adminHttp === undefined) {
      throw new Complaint('The server runs with --admin-http off, where nobody can open a link: start it without that.')
    }
    const { path, expiresAt } = await meet('setupLink', {})
    return { url: new URL(path, adminHttp).href, expiresAt }
  })
  console.log(config.json ? JSON.stringify(link) : `${link.url}\nGood once, until ${moment(link.expiresAt)}.`)
}
