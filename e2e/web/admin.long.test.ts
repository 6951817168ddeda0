import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from 'vitest'
import { setupLinkOf } from '../admin-place.ts'
import { RawClient } from '../raw-client.ts'
import { password } from '../started-server.ts'
import { administrator, fillSetUp, open, signInAsAdministrator } from './administrator.ts'
import { brokenLine, useBrowser } from './browser.ts'
import { useWeb } from './start-web.ts'

const browser = useBrowser()
const web = useWeb()
const pages = [
  'Overview',
  'Accounts',
  'Registration',
  'Live links',
  'Limits',
  'Broadcast',
  'Audit log',
  'Backup',
  'Old clients',
  'Server',
]

test('the setup link makes one administrator, with a strong password, once', async () => {
  const { page, forgive } = await browser.visitor()
  const link = await setupLinkOf(web.server)
  await page.goto(link)
  await fillSetUp(page, { ...administrator, password: 'short' })
  await page.getByText('Too short: 7 characters more.').waitFor()
  await page.getByRole('button', { name: 'Become administrator' }).click()
  await page.getByRole('alert').getByText('The password needs at least 12 characters.').waitFor()
  await fillSetUp(page, administrator, 'four quiet owls repair motors')
  await page.getByText('Strong.').waitFor()
  await page.getByRole('alert').getByText('The two passwords differ.').waitFor()
  await page.getByLabel('The same password again').fill(administrator.password)
  await page.getByRole('button', { name: 'Become administrator' }).click()
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor()
  expect(new URL(page.url())).toMatchObject({ pathname: '/', hash: '' })

  forgive(brokenLine)
  await page.goto(link)
  await fillSetUp(page, { ...administrator, name: 'mallory' })
  await page.getByRole('button', { name: 'Become administrator' }).click()
  await page.getByRole('alert').waitFor()
  await page.goto(web.server.adminUrl)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await signInAsAdministrator(page, { name: 'mallory', password: administrator.password })
  await page.getByRole('alert').getByText('Name or password are wrong.').waitFor()
  await signInAsAdministrator(page)
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor()
})

test('a session that has ended leads to the sign-in, and back to what was being written', async () => {
  const { page, context, forgive } = await browser.visitor()
  forgive(brokenLine)
  await page.goto(`${web.server.adminUrl}/#/broadcast`)
  await signInAsAdministrator(page)
  await page.getByRole('textbox', { name: 'Message' }).fill('back in five minutes')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Send to everybody…' }).click()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('Your session has ended.').waitFor()
  await signInAsAdministrator(page)
  await page.getByRole('heading', { name: 'Broadcast', level: 1 }).waitFor()
  expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('back in five minutes')
})

test('the overview follows the server each second, stands still on demand, and can be read as a table', async () => {
  const { page } = await browser.visitor()
  await page.goto(web.server.adminUrl)
  await signInAsAdministrator(page)
  const online = page.locator('.figures dd').first()
  await expect.poll(() => online.innerText()).toMatch(/^0 of 32 accounts/)
  const client = await RawClient.open(web.server)
  await client.login(web.newUin(), password)
  await expect.poll(() => online.innerText()).toMatch(/^1 of 32 accounts/)
  const reader = page.getByRole('slider', { name: 'Read the plot: Per second' })
  await reader.focus()
  await page.keyboard.press('ArrowLeft')
  expect(await reader.getAttribute('aria-valuetext')).toMatch(/: packets in [\d.]+, out [\d.]+, messages [\d.]+$/)
  await page.getByRole('button', { name: 'Per second as a table' }).click()
  const rows = page.getByRole('region', { name: 'Table: Per second' }).getByRole('row')
  await expect.poll(() => rows.count()).toBeGreaterThan(1)
  await page.getByRole('button', { name: 'Pause' }).click()
  await client.close()
  await page.getByRole('button', { name: 'Go on' }).waitFor()
  await page.getByText('24 hours', { exact: true }).click()
  expect(await page.getByRole('radio', { name: '24 hours' }).isChecked()).toBe(true)
})

test('nothing on any page keeps people out, in both themes', { timeout: 120_000 }, async () => {
  const { page } = await browser.visitor({ colorScheme: 'light', viewport: { width: 1280, height: 800 } })
  await page.goto(web.server.adminUrl)
  const faults = async (): Promise<unknown> => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
    await page.emulateMedia({ colorScheme: 'light' })
    return [...violations, ...dark.violations].map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
  }
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  expect([await page.title(), await faults()]).toEqual(['Sign in · Seekyou admin', []])
  await signInAsAdministrator(page)
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor()
  for (const name of pages) {
    await open(page, name)
    await expect.poll(() => page.locator('.loading').count()).toBe(0)
    expect([await page.title(), await faults()]).toEqual([`${name} · Seekyou admin`, []])
  }
})

test('a phone has a menu of pages, and other languages their words', async () => {
  const { page } = await browser.visitor({ viewport: { width: 390, height: 844 }, locale: 'uk-UA' })
  await page.goto(web.server.adminUrl)
  await page.getByLabel('Ім’я').fill(administrator.name)
  await page.getByLabel('Пароль').fill(administrator.password)
  await page.getByRole('button', { name: 'Увійти' }).click()
  await page.getByRole('heading', { name: 'Огляд', level: 1 }).waitFor()
  expect(await page.getByRole('link', { name: 'З’єднання' }).isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Розділи' }).click()
  await page.getByRole('link', { name: 'З’єднання' }).click()
  await page.getByRole('heading', { name: 'З’єднання', level: 1 }).waitFor()
  expect(await page.getByRole('link', { name: 'Обмеження' }).isVisible()).toBe(false)
  const overflow = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
  expect(overflow).toBe(false)
  await page.getByRole('button', { name: 'Тема і мова' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Русский' }).click()
  await page.getByRole('heading', { name: 'Соединения', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Тема и язык' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Тёмная' }).click()
  await page.reload()
  await page.getByRole('heading', { name: 'Соединения', level: 1 }).waitFor()
  expect(await page.evaluate<string>('document.documentElement.lang + document.documentElement.dataset.theme')).toBe(
    'rudark',
  )
})
