import type { Page } from 'playwright-core'
import { password } from '../started-server.ts'
import type { StartedWeb } from './start-web.ts'

/** Opens the client and signs in as a person does. The list of contacts is there when it resolves. */
export async function signIn(
  page: Page,
  { url }: Pick<StartedWeb, 'url'>,
  uin: number,
  { isRemembered = false }: { readonly isRemembered?: boolean } = {},
): Promise<void> {
  await page.goto(`${url}/#/sign-in`)
  await page.getByLabel('Number', { exact: true }).fill(String(uin))
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Remember me on this device').setChecked(isRemembered)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('searchbox', { name: 'Search contacts and history' }).waitFor()
}
