import type { Page } from 'playwright-core'
import { password } from '../started-server.ts'
import type { StartedWeb } from './start-web.ts'

/** Gets a number as a newcomer does, and starts to chat. Resolves with it. */
export async function register(
  page: Page,
  { url }: Pick<StartedWeb, 'url'>,
  nick: string,
  letters = 'windows-1251',
): Promise<number> {
  await page.goto(`${url}/#/register`)
  await page.getByLabel('Nickname', { exact: true }).fill(nick)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Once more', { exact: true }).fill(password)
  await page.getByLabel('Letters', { exact: true }).selectOption(letters)
  await page.getByRole('button', { name: 'Give me a number' }).click()
  await page.getByLabel('I have written it down').check()
  const number = Number((await page.locator('.number .uin').innerText()).replaceAll(/\D/g, ''))
  await page.getByRole('button', { name: 'Start chatting' }).click()
  await page.getByRole('searchbox', { name: 'Search contacts and history' }).waitFor()
  return number
}
