// The theme 1998: the main page as a desktop with windows.
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { code, messageBody } from '../bytes.ts'
import { RawClient } from '../raw-client.ts'
import { password } from '../started-server.ts'
import { brokenLine, useBrowser } from './browser.ts'
import { signIn } from './sign-in.ts'
import { useWeb } from './start-web.ts'

const browser = useBrowser()
const web = useWeb()

/** Signs in, and chooses the theme in the settings. */
async function signInto1998(page: Page, uin: number): Promise<void> {
  await signIn(page, web.server, uin, { isRemembered: true })
  await page.goto(`${web.server.url}/#/settings`)
  await page.getByRole('radio', { name: '1998' }).click({ force: true })
  await windowOf(page, 'Settings').waitFor()
}

const windowOf = (page: Page, title: string | RegExp): Locator => page.getByRole('region', { name: title })
const task = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Windows' }).getByRole('button', { name })
const open = (page: Page, uin: number): Promise<unknown> => page.goto(`${web.server.url}/#/talk/${uin}`)

async function boxOf(window: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await window.boundingBox()
  if (box === null) throw new Error('the window is not there')
  return box
}

async function drag(page: Page, window: Locator, x: number, y: number): Promise<void> {
  const title = await boxOf(window.getByRole('heading', { level: 2 }).first())
  await page.mouse.move(title.x + 20, title.y + 5)
  await page.mouse.down()
  await page.mouse.move(title.x + 20 + x / 2, title.y + 5 + y / 2)
  await page.mouse.move(title.x + 20 + x, title.y + 5 + y)
  await page.mouse.up()
}

/** What axe finds in the page as it is. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

test('two conversations have a window each; one that was dragged stands there after a reload, and chat goes on', {
  timeout: 120_000,
}, async () => {
  const [{ page: ann }, { page: bob }] = [await browser.visitor(), await browser.visitor()]
  const [annUin, bobUin, otherUin] = [web.newUin(), web.newUin(), web.newUin()]
  await signInto1998(ann, annUin)
  await signIn(bob, web.server, bobUin)
  await open(ann, otherUin)
  await open(ann, bobUin)
  const [one, other] = [windowOf(ann, new RegExp(`^${bobUin}`)), windowOf(ann, new RegExp(`^${otherUin}`))]
  await one.waitFor()
  await other.waitFor()
  const before = await boxOf(one)
  await drag(ann, one, 150, 90)
  expect(await boxOf(one)).toMatchObject({ x: before.x + 150, y: before.y + 90 })
  await drag(ann, one, 5000, 5000)
  const [corner, { width, height }] = [await boxOf(one), ann.viewportSize() ?? { width: 0, height: 0 }]
  expect([corner.x + corner.width, corner.y + corner.height <= height]).toEqual([width, true])

  await ann.reload()
  await one.waitFor()
  await other.waitFor()
  expect(await boxOf(one)).toEqual(corner)

  await one.locator('textarea:focus').waitFor()
  await ann.keyboard.type('from 1998')
  await ann.keyboard.press('Enter')
  await one.getByRole('log').getByText('from 1998').waitFor()
  await open(bob, annUin)
  await bob.getByRole('log').getByText('from 1998').waitFor()
  await bob.getByRole('textbox', { name: /^Message to/ }).fill('read at once')
  await bob.keyboard.press('Enter')
  await one.getByRole('log').getByText('read at once').waitFor()
  // Only the window in front is looked at.
  await task(ann, String(otherUin)).click()
  await bob.getByRole('textbox', { name: /^Message to/ }).fill('not seen yet')
  await bob.keyboard.press('Enter')
  await ann.getByRole('link', { name: /1 unread/ }).waitFor()
  await ann.getByRole('button', { name: '1 unread' }).click()
  await expect.poll(() => ann.getByRole('link', { name: /unread/ }).count()).toBe(0)
})

test('windows are moved, made larger, put away and brought back with the keyboard alone', {
  timeout: 120_000,
}, async () => {
  const { page } = await browser.visitor()
  const uin = web.newUin()
  await signInto1998(page, web.newUin())
  await open(page, uin)
  const window = windowOf(page, new RegExp(`^${uin}`))
  await window.waitFor()
  const before = await boxOf(window)
  await window.locator('textarea:focus').waitFor()
  await page.keyboard.press('Alt+Space')
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Enter')
  expect(await boxOf(window)).toMatchObject({ x: before.x + 8, y: before.y + 1 })
  await page.keyboard.press('Alt+Space')
  await page.keyboard.press('s')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')
  expect(await boxOf(window)).toMatchObject({ width: before.width })
  await page.keyboard.press('Alt+Space')
  await page.keyboard.press('x')
  await expect.poll(async () => (await boxOf(window)).x).toBe(0)
  await page.keyboard.press('Alt+Space')
  await page.keyboard.press('r')
  await expect.poll(async () => (await boxOf(window)).x).toBe(before.x + 8)
  await page.keyboard.press('Alt+Space')
  await page.keyboard.press('n')
  await window.waitFor({ state: 'hidden' })
  await task(page, String(uin)).focus()
  await page.keyboard.press('Enter')
  await window.locator('textarea:focus').waitFor()
  await page.keyboard.press('Alt+Space')
  await page.keyboard.press('c')
  await window.waitFor({ state: 'detached' })
  await windowOf(page, 'Settings').waitFor()
  expect(new URL(page.url()).hash).toBe('#/settings')
})

test('who was added is told in a small window, and a line that drops in another', { timeout: 120_000 }, async () => {
  const { page, forgive } = await browser.visitor()
  forgive(brokenLine)
  const uin = web.newUin()
  await signInto1998(page, uin)
  const old = await RawClient.open(web.server)
  try {
    await old.login(web.newUin(), password)
    const added = ['ann', 'Ann', 'Lee', 'ann@example.org'].join('þ')
    await old.command(code.sendMessage, messageBody(uin, added, 0x0c))
    const note = page.getByRole('dialog', { name: /^Message from/ })
    await note.getByText('You were added').waitFor()
    await note.getByRole('button', { name: 'Put away' }).click()
    await note.waitFor({ state: 'detached' })
  } finally {
    await old.close()
  }
  await web.server.kill()
  const calling = page.getByRole('dialog', { name: 'Calling' })
  await calling.getByText('The line dropped.').waitFor()
  await web.restart()
  await calling
    .getByRole('button', { name: 'Call now' })
    .click({ timeout: 5_000 })
    .catch(() => {})
  await calling.waitFor({ state: 'detached', timeout: 40_000 })
})

test('axe finds nothing in either scheme, and the theme is left as it was entered', { timeout: 180_000 }, async () => {
  const { page } = await browser.visitor()
  await signInto1998(page, web.newUin())
  await open(page, web.newUin())
  for (const at of ['find', 'requests', 'profile', 'packets']) {
    await page.goto(`${web.server.url}/#/${at}`)
    await page.locator(`.win--front.win--${at} :is(.page, .drawer)`).waitFor()
  }
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Night shift' }).click()
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  for (const title of ['Find people', 'Your details', 'Settings', 'Packets']) {
    await task(page, title).click()
    expect(await findings(page)).toEqual([])
  }
  await page.getByRole('button', { name: 'Seekyou', exact: true }).click()
  expect(await findings(page)).toEqual([])
  await page.getByRole('menuitem', { name: 'Back to today’s look' }).click()
  await page.locator('.app .list').waitFor()
  expect(await page.locator('.window').count()).toBe(0)
  expect(await page.locator('html').getAttribute('data-look')).toBeNull()
})

test('a phone shows one window at a time; the task bar switches', { timeout: 60_000 }, async () => {
  const { page } = await browser.visitor({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const uin = web.newUin()
  await signInto1998(page, web.newUin())
  await open(page, uin)
  const [talk, list] = [windowOf(page, new RegExp(`^${uin}`)), page.getByRole('searchbox')]
  await talk.waitFor()
  await list.waitFor({ state: 'hidden' })
  expect((await boxOf(talk)).width).toBe(390)
  await page.getByRole('navigation', { name: 'Windows' }).getByRole('button').nth(1).click()
  await list.waitFor()
  await talk.waitFor({ state: 'hidden' })
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Seekyou', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  expect(await findings(page)).toEqual([])
})
