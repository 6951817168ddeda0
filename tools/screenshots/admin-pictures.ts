// The admin pages, while a lot is said in the town.
import type { Browser } from 'playwright-core'
import { administrator, fillSetUp, open } from '../../e2e/web/administrator.ts'
import type { Camera } from './camera.ts'
import type { Town } from './town.ts'

/** Becomes administrator, and looks at what there is to be seen. */
export async function takeAdmin(browser: Browser, town: Town, camera: Camera): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(town.setupLink)
  await fillSetUp(page, administrator)
  await page.getByRole('button', { name: 'Become administrator' }).click()
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor()
  const both = async (name: string): Promise<void> => {
    await camera.take(page, `admin-${name}`)
    await page.emulateMedia({ colorScheme: 'dark' })
    await camera.take(page, `admin-${name}-dark`)
    await page.emulateMedia({ colorScheme: 'light' })
  }
  await both('overview')
  await open(page, 'Accounts')
  await page.getByRole('row').filter({ hasText: 'bob' }).waitFor()
  await both('accounts')
  await open(page, 'Live links')
  await page.getByRole('link', { name: 'bob' }).click()
  await page.getByRole('region', { name: 'Packets of bob' }).getByRole('button', { name: 'sendMessage' }).last().click()
  await both('links')
  await open(page, 'Old clients')
  await page.getByRole('region', { name: 'hosts lines' }).waitFor()
  await both('old-clients')
  await context.close()
}
