// Axe finds nothing on any page, in any state, theme and width.
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { code, messageBody, uins } from '../bytes.ts'
import { RawClient } from '../raw-client.ts'
import { password } from '../started-server.ts'
import { brokenLine, useBrowser } from './browser.ts'
import { findings, findingsInBoth } from './findings.ts'
import { signIn } from './sign-in.ts'
import { useWeb } from './start-web.ts'

const browser = useBrowser()
const web = useWeb({ flags: ['--registration', 'open'] })
const wide = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' } as const
const narrow = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce', hasTouch: true } as const

type Look = (state: string) => Promise<void>

/** Looks at states of a page, and says at the end what was found in them. */
async function inspect(
  page: Page,
  find: (page: Page, state: string) => Promise<readonly string[]>,
  walk: (look: Look) => Promise<void>,
): Promise<void> {
  const found: string[] = []
  await walk(async (state) => void found.push(...(await find(page, state))))
  expect(found).toEqual([])
}

const goTo = (page: Page, route: string) => page.goto(`${web.server.url}/#/${route}`)

/** Every page, and what is there once it stands. */
const pagesWith = (bob: number) =>
  [
    [`talk/${bob}`, '[role=log] li'],
    ['find', '.seg'],
    ['requests', 'article.ask'],
    ['profile', '.profile-form'],
    [`profile/${bob}`, '.facts'],
    ['settings', '.settings'],
  ] as const

/** Somebody with a short list: one who is there and has written everything that can be written, one who is away, and a stranger. */
async function signInWithFriends(page: Page): Promise<{ readonly ann: number; readonly bob: number }> {
  const [ann, bob, carl, dora] = [web.newUin(), web.newUin(), web.newUin(), web.newUin()]
  const [old, friend, stranger] = await Promise.all([ann, bob, dora].map(signedOn))
  await old!.command(code.contacts, uins(bob, carl))
  await old!.caughtUp()
  const write = (from: RawClient, text: string, type?: number) =>
    from.command(code.sendMessage, messageBody(ann, text, type))
  await signIn(page, web.server, ann)
  await write(friend!, 'hello :-) see https://example.org/hosts')
  await write(friend!, 'the hosts file\u00fehttps://example.org/hosts', 4)
  await write(friend!, 'no page\u00fejavascript:1', 4)
  await write(friend!, `2\u00fe${carl}\u00fecarl\u00fe${dora}\u00fedora\u00fe`, 0x13)
  await write(stranger!, 'dora\u00fe\u00fe\u00fe\u00fe1\u00feit is me', 6)
  await write(stranger!, 'dora\u00fe\u00fe\u00fe\u00fe1\u00fe', 0x0c)
  await write(stranger!, 'good evening')
  await page
    .getByRole('link', { name: /unread/ })
    .nth(1)
    .waitFor()
  return { ann, bob }
}

async function signedOn(uin: number): Promise<RawClient> {
  const client = await RawClient.open(web.server)
  onTestFinished(() => client.close())
  await client.login(uin, password)
  return client
}

test('the ways in', { timeout: 60_000 }, async () => {
  const { page } = await browser.visitor(wide)
  await inspect(page, findingsInBoth, async (look) => {
    await goTo(page, 'sign-in')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('That is not a number.').waitFor()
    await look('sign-in with faults')
    await goTo(page, 'register')
    await page.getByRole('button', { name: 'Give me a number' }).click()
    await page.getByText('Choose a password.').waitFor()
    await page.setViewportSize(narrow.viewport)
    await look('register with faults, narrow')
    await page.setViewportSize(wide.viewport)
    await page.getByLabel('Nickname', { exact: true }).fill('ann')
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByLabel('Once more', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Give me a number' }).click()
    await page.getByLabel('I have written it down').check()
    await look('number card')
    await signIn(page, web.server, web.newUin(), { isRemembered: true })
    await goTo(page, 'sign-in')
    await page
      .getByRole('button', { name: /^Forget/ })
      .first()
      .waitFor()
    await look('accounts')
    await page
      .getByRole('button', { name: /^Forget/ })
      .first()
      .click()
    await look('forget')
  })
})

test('a list and a conversation', { timeout: 90_000 }, async () => {
  const { page } = await browser.visitor(wide)
  const { bob } = await signInWithFriends(page)
  const inTalk = (name: string | RegExp) => page.getByRole('main').getByRole('button', { name })
  await inspect(page, findingsInBoth, async (look) => {
    await look('list, nothing open')
    await goTo(page, `talk/${bob}`)
    await page.getByRole('log').getByText('hello').waitFor()
    await page.getByRole('textbox', { name: /^Message to/ }).fill('one')
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText('one', { exact: true }).waitFor()
    await page.getByRole('textbox', { name: /^Message to/ }).fill('漢字')
    await page.keyboard.press('Enter')
    await look('conversation with a warning')
    await page.getByRole('textbox', { name: /^Message to/ }).fill('')
    await inTalk('Send a link').click()
    await look('link dialog')
    await page.keyboard.press('Escape')
    await inTalk('Send contacts').click()
    await look('contacts dialog')
    await page.keyboard.press('Escape')
    await inTalk('Emoticons').click()
    await look('emoticons')
    await page.keyboard.press('Escape')
    await inTalk('Search this conversation').click()
    await page.getByRole('searchbox', { name: 'Search what was said' }).fill('hosts')
    await look('search in the conversation')
    await inTalk(/^More about/).click()
    await look('menu')
    await page.getByRole('menuitem', { name: 'Rename…' }).click()
    await look('rename')
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
    await page.getByRole('searchbox', { name: 'Search contacts and history' }).fill('hosts')
    await page.getByText('In the history').waitFor()
    await look('found')
    await page.keyboard.press('Escape')
    await page.locator('.me__btn').click()
    await look('status picker')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Packets' }).click()
    await page.getByRole('grid', { name: 'Packets' }).focus()
    await page.keyboard.press('ArrowDown')
    await look('packets')
  })
})

test('people and settings', { timeout: 90_000 }, async () => {
  const { page } = await browser.visitor(wide)
  const { bob } = await signInWithFriends(page)
  await inspect(page, findingsInBoth, async (look) => {
    await goTo(page, 'find')
    await page.getByLabel('Nickname', { exact: true }).fill('user 1')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    await page.getByText(/people found/).waitFor()
    await look('find')
    await page
      .getByRole('button', { name: /^Add user/ })
      .first()
      .click()
    await look('add')
    await page.keyboard.press('Escape')
    await goTo(page, 'requests')
    await page.getByText('it is me').waitFor()
    await look('requests')
    await page.getByRole('button', { name: 'Refuse…' }).click()
    await look('refuse')
    await page.keyboard.press('Escape')
    await goTo(page, 'profile')
    await page.getByLabel('Town').fill('x'.repeat(80))
    await look('own profile with a fault')
    await goTo(page, `profile/${bob}`)
    await page.locator('.facts').waitFor()
    await look('profile')
    await goTo(page, 'settings')
    await page.getByLabel('New group').fill('Old friends')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Rename Old friends' }).waitFor()
    await look('settings')
    await page.getByRole('button', { name: 'Remove Old friends' }).click()
    await look('remove a group')
  })
})

test('a phone', { timeout: 60_000 }, async () => {
  const { page } = await browser.visitor(narrow)
  const { bob } = await signInWithFriends(page)
  await inspect(page, findingsInBoth, async (look) => {
    await look('phone: list')
    for (const [route, mark] of pagesWith(bob)) {
      await goTo(page, route)
      await page.getByRole('main').locator(mark).first().waitFor()
      await look(`phone: ${route}`)
    }
    await goTo(page, '')
    await page.locator('.me-chip').click()
    await look('phone: status picker')
  })
})

test('the line is down', { timeout: 60_000 }, async () => {
  const { page, forgive } = await browser.visitor(wide)
  forgive(brokenLine)
  let drop = (): void => {}
  let isDown = false
  await page.routeWebSocket(/datagrams/, (socket) => {
    if (isDown) void socket.close()
    else socket.connectToServer()
    drop = () => void socket.close()
  })
  const { bob } = await signInWithFriends(page)
  await goTo(page, `talk/${bob}`)
  isDown = true
  drop()
  await page.getByRole('main').getByText('The line dropped.').waitFor()
  await page.getByRole('textbox', { name: /^Message to/ }).fill('later')
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('waits for the line').waitFor()
  await inspect(page, findingsInBoth, (look) => look('line down'))
})

test('1998, Standard and Night shift', { timeout: 90_000 }, async () => {
  const { page, context } = await browser.visitor(wide)
  await context.addInitScript(`localStorage['seekyou taste'] = '{"theme":"1998"}'`)
  const { bob } = await signInWithFriends(page)
  const both = async (_: Page, state: string) => {
    const standard = await findings(page, state)
    await page.evaluate("document.documentElement.dataset.theme = 'dark'")
    const night = await findings(page, `${state}, night shift`, ['color-contrast'])
    await page.evaluate("document.documentElement.dataset.theme = 'light'")
    return [...standard, ...night]
  }
  await inspect(page, both, async (look) => {
    await look('1998: list')
    // Windows that lie behind others cannot be pressed where they are covered: one at a time.
    for (const [route, mark] of [...pagesWith(bob), ['packets', '[role=grid]']] as const) {
      await goTo(page, route)
      await page.locator('.win#main').locator(mark).first().waitFor()
      await look(`1998: ${route}`)
      await page
        .locator('.win#main')
        .getByRole('button', { name: /^Close: / })
        .click()
    }
  })
})
