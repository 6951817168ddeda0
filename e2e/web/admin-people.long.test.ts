import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { code, messageBody, readMessage } from '../bytes.ts'
import { RawClient } from '../raw-client.ts'
import { password } from '../started-server.ts'
import { open, rowOf, said, useAdministrator } from './administrator.ts'
import { brokenLine, useBrowser } from './browser.ts'
import { useWeb } from './start-web.ts'

const browser = useBrowser()
const web = useWeb({ users: 60 })
const enter = useAdministrator(browser, web)

/** Somebody with an old client who is signed on. */
async function signedOn(uin: number, secret = password): Promise<RawClient> {
  const client = await RawClient.open(web.server)
  onTestFinished(() => client.close())
  await client.login(uin, secret)
  return client
}

const choose = async (page: Page, row: string, item: string): Promise<void> => {
  await rowOf(page, row)
    .getByRole('button', { name: /^More for/ })
    .click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('an account is created, found, changed, and given another password', async () => {
  const { page } = await enter()
  await open(page, 'Accounts')
  await page.getByRole('button', { name: 'Create' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nickname').fill('Ёжик')
  await dialog.getByLabel('Number').fill('204118')
  await dialog.getByLabel('Code page').selectOption('windows-1251')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await dialog.getByText('Shown only now.').waitFor()
  const first = await dialog.locator('output').nth(1).innerText()
  expect(await dialog.locator('output').first().innerText()).toBe('204118')
  await dialog.getByRole('button', { name: 'Done' }).click()
  const client = await signedOn(204_118, first)

  await page.getByRole('searchbox').fill('204')
  await rowOf(page, 'Ёжик').getByText('now').waitFor()
  await rowOf(page, 'Ёжик').getByRole('button', { name: 'Edit Ёжик' }).first().click()
  await dialog.getByLabel('First name').fill('Пётр')
  await dialog.getByRole('switch', { name: /^Has to be asked/ }).check()
  await dialog.getByLabel('Messages that may wait').fill('7')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await said(page, 'Ёжик is saved.')
  await choose(page, 'Ёжик', 'Edit…')
  expect(await dialog.getByLabel('First name').inputValue()).toBe('Пётр')
  expect(await dialog.getByRole('switch', { name: /^Has to be asked/ }).isChecked()).toBe(true)
  expect(await dialog.getByLabel('Messages that may wait').inputValue()).toBe('7')
  await page.keyboard.press('Escape')

  await choose(page, 'Ёжик', 'Reset the password…')
  await dialog.getByRole('button', { name: 'Reset the password' }).click()
  const second = await dialog.locator('output').innerText()
  await client.expect(code.forcedOffline)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await signedOn(204_118, second)
})

test('there are pages and filters, and a search that finds nothing says so', async () => {
  const { page } = await enter()
  await open(page, 'Accounts')
  await page.getByText('1–25 of 61').waitFor()
  await page.getByRole('button', { name: 'Later' }).click()
  await page.getByText('26–50 of 61').waitFor()
  await page.getByRole('button', { name: 'Earlier' }).click()
  await page.getByText('1–25 of 61').waitFor()
  await page.getByRole('searchbox').fill('xyzzy')
  await page.getByRole('heading', { name: 'No account matches “xyzzy”' }).waitFor()
  await page.getByRole('button', { name: 'Show all' }).click()
  await page.getByText('1–25 of 61').waitFor()
  await page.getByText('Banned', { exact: false }).first().click()
  await page.getByRole('heading', { name: 'Nobody is banned' }).waitFor()
})

test('somebody is signed off, banned with a reason, let in again, and leaves after seven days or stays', async () => {
  const { page } = await enter()
  const uin = web.newUin()
  const client = await signedOn(uin)
  await open(page, 'Accounts')
  await page.getByRole('searchbox').fill(String(uin))
  await rowOf(page, 'user 0').getByRole('button', { name: 'Sign user 0 off' }).click()
  await said(page, 'user 0 was signed off.')
  await client.expect(code.forcedOffline)

  await choose(page, 'user 0', 'Ban…')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('40 messages a second')
  await dialog.getByRole('button', { name: 'Ban' }).click()
  await said(page, 'user 0 is banned.')
  await page.getByText('Banned 1').click()
  await rowOf(page, 'user 0').getByText('banned').waitFor()
  await choose(page, 'user 0', 'Edit…')
  await dialog.getByText('Banned: 40 messages a second').waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await rowOf(page, 'user 0').getByRole('button', { name: 'Lift the ban' }).click()
  await said(page, 'user 0 may sign on again.')
  await page.getByText('All 61').click()

  await choose(page, 'user 0', 'Delete…')
  await dialog.getByRole('button', { name: 'Delete in seven days' }).click()
  await rowOf(page, 'user 0').getByText('leaves in 7 days').waitFor()
  await rowOf(page, 'user 0').getByRole('button', { name: 'Keep the account' }).click()
  await rowOf(page, 'user 0').getByText('active').waitFor()
  await choose(page, 'user 0', 'Delete…')
  await dialog.getByLabel('At once, without the seven days').check()
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await page.getByRole('heading', { name: `No account matches “${uin}”` }).waitFor()
})

test('what the server refuses is said in its own words, above what was known', async () => {
  const { page, forgive } = await enter()
  forgive(brokenLine)
  await open(page, 'Accounts')
  await page.getByRole('button', { name: 'Create' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nickname').fill('twice')
  await dialog.getByLabel('Number').fill('100002')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await dialog.getByRole('alert').getByText('100002').waitFor()
  await page.keyboard.press('Escape')
  await page.route('**/api/users?*', (route) =>
    route.fulfill({ status: 500, json: { complaint: 'The database is away.' } }),
  )
  await page.getByRole('searchbox').fill('user')
  await page.getByRole('alert').getByText('The database is away.').waitFor()
  await page.getByText(/Shown below is what was known at \d/).waitFor()
  expect(await page.getByRole('row').count()).toBeGreaterThan(10)
  await page.unroute('**/api/users?*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => page.getByRole('alert').count()).toBe(0)
})

test('registration is chosen, and codes are made and withdrawn', async () => {
  const { page } = await enter()
  await open(page, 'Registration')
  await page.getByRole('radio', { name: /^By invitation/ }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await said(page, 'Registration is now: By invitation.')
  await page.getByLabel('For how many people').fill('3')
  await page.getByLabel('Until').selectOption('for a month')
  await page.getByRole('button', { name: 'Make the invitation' }).click()
  await page.getByText('The invitation is made.').waitFor()
  const made = await page.locator('output').innerText()
  expect(made).toMatch(/^\w{8}$/)
  await rowOf(page, made).getByText('open').waitFor()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await rowOf(page, made)
    .getByRole('button', { name: `Copy the code ${made}` })
    .click()
  await said(page, 'Copied.')
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(made)
  await rowOf(page, made)
    .getByRole('button', { name: `Withdraw ${made}` })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await said(page, `${made} is withdrawn.`)
  await expect.poll(() => rowOf(page, made).count()).toBe(0)
})

test('packets of a link are read along, and nothing that somebody wrote is seen', async () => {
  const { page } = await enter()
  const [uin, friend] = [web.newUin(), web.newUin()]
  const [client, other] = [await signedOn(uin), await signedOn(friend)]
  await open(page, 'Live links')
  await page.getByRole('searchbox').fill(String(uin))
  await rowOf(page, String(client.port)).getByText('UDP').waitFor()
  await page.getByRole('link', { name: /user/ }).click()
  const pane = page.getByRole('region', { name: /^Packets of user/ })
  await pane.getByText('Live. Texts and passwords are masked.').waitFor()
  // The stream is open when the first packet comes through it.
  await expect
    .poll(async () => {
      await client.command(code.keepAlive)
      return pane.getByRole('button', { name: 'keepAlive' }).count()
    })
    .toBeGreaterThan(0)
  await client.command(code.sendMessage, messageBody(friend, 'nobody reads this'))
  await other.expect(code.message)
  await pane.getByRole('button', { name: 'sendMessage' }).click()
  const packet = pane.getByRole('region', { name: 'sendMessage' })
  expect(await packet.getByRole('table').innerText()).toMatch(new RegExp(`to\\s*${friend}`))
  const bytes = await packet.getByRole('region', { name: 'Bytes of the packet' }).innerText()
  expect(bytes).toContain('02 00 0e 01')
  expect(bytes).toContain('•• •• ••')
  expect(await page.content()).not.toContain('nobody reads this')
  expect(bytes).not.toContain(
    Buffer.from('nobody')
      .toString('hex')
      .replace(/(..)(?!$)/g, '$1 '),
  )
  await rowOf(page, String(client.port))
    .getByRole('button', { name: /^Sign user/ })
    .click()
  await client.expect(code.forcedOffline)
  await pane.getByText('Not signed on at the moment.').waitFor()
})

test('something is said to everybody, and what a code page lacks is named before', async () => {
  const { page } = await enter()
  const client = await signedOn(web.newUin())
  await open(page, 'Broadcast')
  await page.getByLabel('Code page').selectOption('windows-1252')
  await page.getByRole('textbox', { name: 'Message' }).fill('Жду')
  await page.getByRole('alert').getByText('windows-1252 does not have: Ж д у.').waitFor()
  expect(await page.getByRole('button', { name: 'Send to everybody…' }).isDisabled()).toBe(true)
  await page.getByRole('textbox', { name: 'Message' }).fill('The server moves tonight.')
  await page.getByRole('button', { name: 'Send to everybody…' }).click()
  await page.getByRole('dialog').getByText('The server moves tonight.').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click()
  await page
    .getByRole('status')
    .getByText(/^Told \d+ (person|people) on line\.$/)
    .waitFor()
  expect(readMessage((await client.expect(code.message)).body).text).toBe('The server moves tonight.')
})
