import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { moment } from '../terminal/moment.ts'
import { textTable } from '../terminal/text-table.ts'

/** `seekyou admin token add`: prints the token and nothing else. */
export async function addToken(name: string, config: StoreConfig): Promise<void> {
  const { token } = await withOffice(config, { create: true }, (meet) => meet('addToken', { name }))
  console.log(token)
}

/** `seekyou admin token list`. */
export async function listTokens(config: StoreConfig & { json?: true }): Promise<void> {
  const { rows } = await withOffice(config, {}, (meet) => meet('listTokens', {}))
  if (config.json) for (const row of rows) console.log(JSON.stringify(row))
  else if (rows.length === 0) console.log('There are no tokens: make one with seekyou admin token add.')
  else {
    const cells = rows.map(({ name, createdAt, usedAt }) => [
      name,
      moment(createdAt),
      usedAt === undefined ? 'never' : moment(usedAt),
    ])
    console.log(textTable([{ title: 'name' }, { title: 'since' }, { title: 'last used' }], cells))
  }
}

/** `seekyou admin token remove`. */
export async function removeToken(name: string, config: StoreConfig): Promise<void> {
  await withOffice(config, {}, (meet) => meet('removeToken', { name }))
  console.log(`Removed ${name}.`)
}
