import type { Ask } from '@seekyou/office'
import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { printable, textTable } from '../terminal/text-table.ts'
import { allPages } from './all-pages.ts'
import { day, pageInWords } from './words.ts'

/** `seekyou user list`. */
export async function listUsers(
  options: StoreConfig & { json?: true; search?: string; only?: Ask<'findUsers'>['only'] },
): Promise<void> {
  const { search: text, only } = options
  const isSought = text !== undefined || only !== undefined
  const users = await withOffice(options, {}, (meet) =>
    allPages((after) =>
      isSought ? meet('findUsers', { text, only, after, count: 500 }) : meet('listUsers', { after }),
    ),
  )
  if (options.json) {
    for (const user of users) console.log(JSON.stringify(user))
    return
  }
  if (users.length === 0) {
    console.log(isSought ? 'No account was found.' : 'There are no accounts: add one with seekyou user add.')
    return
  }
  const columns = [
    { title: 'UIN', align: 'right' },
    { title: 'nick' },
    { title: 'code page' },
    { title: 'since' },
    { title: 'waiting', align: 'right' },
    { title: 'last on' },
    { title: 'banned' },
    { title: 'leaves' },
  ] as const
  const rows = users.map((user) => [
    String(user.uin),
    printable(user.nick),
    pageInWords(user),
    day(user.createdAt),
    user.waiting === 0 ? '' : String(user.waiting),
    user.isOnline ? 'on line' : day(user.lastOnAt),
    user.ban ? day(user.ban.at) : '',
    day(user.leavesAt),
  ])
  console.log(textTable(columns, rows))
  console.log(`\n${users.length === 1 ? '1 account' : `${users.length} accounts`}`)
}
