// Somebody who administers the server of a test, as a person does: with a setup link.
import type { Locator, Page } from 'playwright-core'
import { setupLinkOf } from '../admin-place.ts'
import type { Visitor, Visitors } from './browser.ts'
import type { Web } from './start-web.ts'

export const administrator = { name: 'ann', password: 'four quiet owls repair modems' }

/** Types the new name and password. */
export async function fillSetUp(
  page: Page,
  { name, password }: typeof administrator,
  repeated = password,
): Promise<void> {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('The same password again').fill(repeated)
}

/** Signs in on the page that asks for it. */
export async function signInAsAdministrator(page: Page, { name, password } = administrator): Promise<void> {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Goes to a page by the navigation. */
export async function open(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages', exact: true }).getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

/** The row of a table in which this stands. */
export const rowOf = (page: Page, text: string | RegExp): Locator => page.getByRole('row').filter({ hasText: text })

/** What an action has led to, in a sentence. */
export const said = (page: Page, sentence: string | RegExp): Promise<void> =>
  page.getByRole('status').filter({ hasText: sentence }).first().waitFor()

/** Lets an administrator of this file's server in: the first time with the setup link, later by signing in. They see the overview. */
export function useAdministrator(browser: Visitors, web: Web): () => Promise<Visitor> {
  let isThere = false
  return async () => {
    const visitor = await browser.visitor({ viewport: { width: 1280, height: 800 } })
    const { page } = visitor
    await page.goto(isThere ? web.server.adminUrl : await setupLinkOf(web.server))
    if (isThere) await signInAsAdministrator(page)
    else {
      await fillSetUp(page, administrator)
      await page.getByRole('button', { name: 'Become administrator' }).click()
    }
    await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor()
    isThere = true
    return visitor
  }
}
