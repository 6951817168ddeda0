import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { moment } from '../terminal/moment.ts'
import { printable, textTable } from '../terminal/text-table.ts'

/** `seekyou invite list`. */
export async function listInvites(options: StoreConfig & { json?: true }): Promise<void> {
  const { invites } = await withOffice(options, {}, (meet) => meet('listInvites', {}))
  if (options.json) {
    for (const invite of invites) console.log(JSON.stringify(invite))
    return
  }
  if (invites.length === 0) {
    console.log('There are no invites: make one with seekyou invite add.')
    return
  }
  const columns = [
    { title: 'code' },
    { title: 'uses left', align: 'right' },
    { title: 'good until' },
    { title: 'made by' },
  ] as const
  const rows = invites.map(({ code, usesLeft, expiresAt, madeBy }) => [
    printable(code),
    String(usesLeft),
    expiresAt === undefined ? 'for ever' : moment(expiresAt),
    madeBy === undefined ? '' : String(madeBy),
  ])
  console.log(textTable(columns, rows))
}
