import type { StoreConfig } from '../config.ts'
import { withOffice } from '../control/open-office.ts'
import { passwordFrom } from '../terminal/ask.ts'
import { moment } from '../terminal/moment.ts'
import { textTable } from '../terminal/text-table.ts'

/** `seekyou admin add`. */
export async function addAdministrator(name: string, options: StoreConfig & { password?: string }): Promise<void> {
  const password = await passwordFrom(options.password)
  await withOffice(options, { create: true }, (meet) => meet('addAdministrator', { name, password }))
  console.log(`Added ${name}.`)
}

/** `seekyou admin password`. */
export async function setPassword(name: string, options: StoreConfig & { password?: string }): Promise<void> {
  const password = await passwordFrom(options.password)
  await withOffice(options, {}, (meet) => meet('setAdministratorPassword', { name, password }))
  console.log(`${name} has another password.`)
}

/** `seekyou admin list`. */
export async function listAdministrators(config: StoreConfig & { json?: true }): Promise<void> {
  const { rows } = await withOffice(config, {}, (meet) => meet('listAdministrators', {}))
  if (config.json) for (const row of rows) console.log(JSON.stringify(row))
  else if (rows.length === 0) console.log('There are no administrators: open the link that seekyou admin link prints.')
  else {
    const cells = rows.map(({ name, createdAt }) => [name, moment(createdAt)])
    console.log(textTable([{ title: 'name' }, { title: 'since' }], cells))
  }
}

/** `seekyou admin remove`. */
export async function removeAdministrator(name: string, config: StoreConfig): Promise<void> {
  await withOffice(config, {}, (meet) => meet('removeAdministrator', { name }))
  console.log(`Removed ${name}.`)
}
