import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { administrator, open, rowOf, said, signInAsAdministrator, useAdministrator } from './administrator.ts'
import { brokenLine, useBrowser } from './browser.ts'
import { useWeb } from './start-web.ts'

const browser = useBrowser()
const web = useWeb()
const enter = useAdministrator(browser, web)

test('every limit of the server has its words, its value, and how often it was reached', async () => {
  const { page } = await enter()
  await open(page, 'Limits')
  const { limits } = await page.evaluate<{ limits: Record<string, number> }>(
    `fetch('/api/status').then((r) => r.json())`,
  )
  expect(Object.keys(limits).length).toBeGreaterThan(15)
  for (const [name, value] of Object.entries(limits)) {
    const cells = rowOf(page, new RegExp(`^${name}`)).getByRole('cell')
    expect(await cells.first().innerText()).toMatch(/\n.{20}/)
    expect((await cells.nth(1).innerText()).replaceAll(',', '')).toBe(String(value))
    expect(await cells.nth(2).innerText()).toMatch(/^[\d,]+$/)
  }
})

test('a backup is written and downloaded, and the log says who did it', async () => {
  const { page } = await enter()
  await open(page, 'Backup')
  await page.getByRole('heading', { name: 'There is no backup yet' }).waitFor()
  await page.getByRole('button', { name: 'Back up now' }).click()
  const link = page.getByRole('link', { name: /^Download seekyou-\d{8}-\d{6}/ })
  await link.waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect((await readFile(await download.path())).subarray(0, 15).toString()).toBe('SQLite format 3')
  await open(page, 'Audit log')
  const row = rowOf(page, 'wrote a backup')
  expect(await row.innerText()).toContain(administrator.name)
  await page.getByRole('searchbox').fill('nothing of the kind')
  await page.getByRole('heading', { name: /^Nothing loaded matches/ }).waitFor()
  await page.getByRole('searchbox').fill('backup')
  await row.waitFor()
})

test('an old client is told how to find this server', async () => {
  const { page } = await enter()
  await open(page, 'Old clients')
  const lines = page.getByRole('region', { name: 'hosts lines' })
  expect(await lines.innerText()).toMatch(/^127\.0\.0\.1\s+icq\.mirabilis\.com$/m)
  await page.getByText(`listens on ${web.server.port}`).waitFor()
  for (const system of await page.locator('.ways-list .seg label').all()) {
    await system.click()
    expect(await page.locator('.path').innerText()).not.toBe('')
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'seekyou.reg' }).click(),
  ])
  const registry = await readFile(await download.path(), 'utf8')
  expect(registry).toMatch(/^REGEDIT4/)
  expect(registry).toContain(`dword:${web.server.port.toString(16).padStart(8, '0')}`)
  await rowOf(page, 'mICQ 0.2.5').getByText('v2').waitFor()
})

test('a token is shown once, lets a program in, and is withdrawn', async () => {
  const { page } = await enter()
  await open(page, 'Server')
  await page.getByLabel('What the token is for').fill('exporter')
  await page.getByRole('button', { name: 'Make a token' }).click()
  const token = await page.locator('output').innerText()
  const asProgram = async (): Promise<number> =>
    (await fetch(`${web.server.adminUrl}/api/status`, { headers: { authorization: `Bearer ${token}` } })).status
  expect(await asProgram()).toBe(200)
  await page.reload()
  await page.getByText('exporter').waitFor()
  expect(await page.content()).not.toContain(token)
  await page.getByRole('button', { name: 'Withdraw the token exporter' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await said(page, 'The token exporter is withdrawn.')
  expect(await asProgram()).toBe(401)
})

test('another administrator comes by a setup link, changes their password, and goes', async () => {
  const { page } = await enter()
  await open(page, 'Server')
  await page.getByRole('listitem').filter({ hasText: 'you' }).waitFor()
  expect(await page.getByRole('button', { name: `Remove ${administrator.name}` }).count()).toBe(0)
  await page.getByRole('button', { name: 'Make a setup link' }).click()
  const link = await page.locator('output').innerText()

  const bob = await browser.visitor()
  bob.forgive(brokenLine)
  await bob.page.goto(link)
  await bob.page.getByLabel('Name').fill('bob')
  await bob.page.getByLabel('Password', { exact: true }).fill('seven green kettles whistle')
  await bob.page.getByLabel('The same password again').fill('seven green kettles whistle')
  await bob.page.getByRole('button', { name: 'Become administrator' }).click()
  await open(bob.page, 'Server')
  await bob.page.getByText('Change your password').click()
  await bob.page.getByLabel('Password', { exact: true }).fill('eleven brown teapots sing')
  await bob.page.getByLabel('The same password again').fill('eleven brown teapots sing')
  await bob.page.getByRole('button', { name: 'Change the password' }).click()
  await said(bob.page, 'Your password is changed.')
  await open(bob.page, 'Limits')
  await bob.page.getByRole('button', { name: 'Sign out' }).click()
  await signInAsAdministrator(bob.page, { name: 'bob', password: 'eleven brown teapots sing' })
  await bob.page.getByRole('heading', { name: 'Limits', level: 1 }).waitFor()

  await page.reload()
  await page.getByRole('button', { name: 'Remove bob' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await said(page, 'bob is no administrator any more.')
  await bob.page.getByRole('button', { name: 'Sign in' }).waitFor()
})
