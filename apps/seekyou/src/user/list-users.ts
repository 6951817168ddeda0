import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { printable, textTable } from '../terminal/text-table.ts'

/** `seekyou user list`. */
export async function listUsers(options: StoreConfig & { json?: true }): Promise<void> {
  const { users } = await withOffice(options, {}, (meet) => meet('listUsers', {}))
  if (options.json) {
    for (const user of users) console.log(JSON.stringify(user))
    return
  }
  if (users.length === 0) {
    console.log('There are no accounts: add one with seekyou user add.')
    return
  }
  const columns = [
    { title: 'UIN', align: 'right' },
    { title: 'nick' },
    { title: 'code page' },
    { title: 'since' },
    { title: 'waiting', align: 'right' },
  ] as const
  const rows = users.map(({ uin, nick, codePage, createdAt, waiting }) => [
    String(uin),
    printable(nick),
    codePage,
    new Date(createdAt).toISOString().slice(0, 10),
    waiting === 0 ? '' : String(waiting),
  ])
  console.log(textTable(columns, rows))
  console.log(`\n${users.length === 1 ? '1 account' : `${users.length} accounts`}`)
}
