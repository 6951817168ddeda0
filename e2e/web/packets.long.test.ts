import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { password } from '../started-server.ts'
import { brokenLine, useBrowser, type Visitor } from './browser.ts'
import { signIn } from './sign-in.ts'
import { useWeb } from './start-web.ts'

const browser = useBrowser()
const web = useWeb()

const drawerOf = (page: Page) => page.getByRole('complementary', { name: 'Packets' })
const rowsOf = (page: Page) =>
  drawerOf(page)
    .getByRole('row')
    .filter({ has: page.locator('td') })

/** Somebody who is signed in, has the drawer open, and has told themselves something. */
async function openPackets(text: string): Promise<Pick<Visitor, 'page' | 'forgive'> & { readonly uin: number }> {
  const { page, forgive } = await browser.visitor({ viewport: { width: 1280, height: 800 } })
  const uin = web.newUin()
  await signIn(page, web.server, uin)
  await page.getByRole('button', { name: 'Packets' }).click()
  await drawerOf(page).waitFor()
  await page.goto(`${web.server.url}/#/talk/${uin}`)
  await page.getByRole('textbox', { name: /^Message to/ }).fill(text)
  await page.keyboard.press('Enter')
  await rowsOf(page).filter({ hasText: 'deliveredMessage' }).waitFor()
  return { page, uin, forgive }
}

test('packets of the own connection are listed as they pass, and taken apart', async () => {
  const { page, uin } = await openPackets('told you, bytes are kept')
  const row = rowsOf(page).filter({ hasText: 'sendMessage' })
  await expect.poll(() => row.innerText()).toMatch(/sendMessage\s*010E\s+\d+\s+43\s+\d+ ms/)
  await row.click()
  expect(await row.getAttribute('aria-selected')).toBe('true')
  const details = drawerOf(page).getByRole('region', { name: 'sendMessage' })
  const fields = details.getByRole('table')
  expect(await fields.innerText()).toContain('told you, bytes are kept')
  expect((await fields.innerText()).replaceAll(/\s/g, '')).toContain(`to${uin}`)
  expect(await details.getByRole('region', { name: 'Bytes' }).innerText()).toContain('6f 75 2c 20 62 79 74 65 73')
  const { violations } = await new AxeBuilder({ page }).include('.drawer').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

test('the keys choose, the filter narrows, a pause holds', async () => {
  const { page } = await openPackets('one')
  const drawer = drawerOf(page)
  const filter = drawer.getByRole('textbox', { name: 'Filter packets' })
  await filter.fill('')
  await rowsOf(page).filter({ hasText: 'ack' }).first().waitFor()
  await filter.fill('name == sendMessage or text ~ one')
  await expect.poll(() => rowsOf(page).count()).toBe(2)
  await filter.fill('bytes >')
  await drawer.getByText('This comparison has no value yet').waitFor()
  await filter.fill('no such thing')
  await drawer.getByText('No packet matches this filter.').waitFor()
  await filter.fill('name != ack')
  const grid = drawer.getByRole('grid', { name: 'Packets' })
  await grid.focus()
  await page.keyboard.press('Home')
  expect(await rowsOf(page).first().getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('ArrowDown')
  expect(await rowsOf(page).nth(1).getAttribute('aria-selected')).toBe('true')

  await drawer.getByRole('button', { name: 'Pause' }).click()
  const count = await rowsOf(page).count()
  await page.getByRole('textbox', { name: /^Message to/ }).fill('two')
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('two').nth(1).waitFor()
  expect(await rowsOf(page).count()).toBe(count)
  await drawer.getByRole('button', { name: 'Pause' }).click()
  await expect.poll(() => rowsOf(page).count()).toBeGreaterThan(count)

  await grid.focus()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
})

test('what is saved holds no password, and texts only when they are wanted', async () => {
  const { page } = await openPackets('tell nobody')
  const save = async (choice: string): Promise<string> => {
    await drawerOf(page).getByRole('button', { name: 'Save these packets' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: choice, exact: true }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^seekyou-\d+-\d{14}\.jsonl$/)
    return readFile(await download.path(), 'utf8')
  }
  const [without, withTexts] = [await save('Without passwords and texts'), await save('Without passwords')]
  expect(without).not.toContain('tell nobody')
  expect(withTexts).toContain('tell nobody')
  for (const text of [without, withTexts]) {
    expect(text).not.toContain(password)
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map(({ name }) => name)).toContain('sendMessage')
  }
})

test('a password that goes over the line is masked on the screen', { timeout: 60_000 }, async () => {
  const { page, forgive } = await openPackets('before')
  forgive(brokenLine)
  await web.restart('kill')
  await drawerOf(page).getByRole('textbox', { name: 'Filter packets' }).fill('name == login')
  await rowsOf(page).first().click({ timeout: 45_000 })
  const details = drawerOf(page).getByRole('region', { name: 'login' })
  expect(await details.getByRole('table').innerText()).toMatch(/password\s+masked/)
  const bytes = Buffer.from(password).toString('hex').match(/../g)?.join(' ') ?? ''
  const shown = await details.getByRole('region', { name: 'Bytes' }).innerText()
  expect(shown).toContain('••')
  expect(shown).not.toContain(bytes)
})
