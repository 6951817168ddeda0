import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { printable, textTable } from '../terminal/text-table.ts'
import { allPages } from './all-pages.ts'
import { day, pageInWords } from './words.ts'

/** `seekyou user list`. */
export async function listUsers(options: StoreConfig & { json?: true }): Promise<void> {
  const users = await withOffice(options, {}, (meet) => allPages((after) => meet('listUsers', { after })))
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
    { title: 'banned' },
  ] as const
  const rows = users.map((user) => [
    String(user.uin),
    printable(user.nick),
    pageInWords(user),
    day(user.createdAt),
    user.waiting === 0 ? '' : String(user.waiting),
    user.ban ? day(user.ban.at) : '',
  ])
  console.log(textTable(columns, rows))
  console.log(`\n${users.length === 1 ? '1 account' : `${users.length} accounts`}`)
}
