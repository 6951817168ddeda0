// Nothing that somebody writes about themselves, or to somebody, runs as a script: in every field, on every page that shows it.
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { RawClient } from '../raw-client.ts'
import { password } from '../started-server.ts'
import { open, useAdministrator } from './administrator.ts'
import { useBrowser, type Visitor } from './browser.ts'
import { expectNoEffect, importPayloadPeople, uinOf, visit, write } from './payload-people.ts'
import { payloads } from './payloads.ts'
import { register } from './register.ts'
import { signIn } from './sign-in.ts'
import { useWeb } from './start-web.ts'

const browser = useBrowser()
const web = useWeb({ flags: ['--limits', 'off', '--registration', 'open'] })
const enter = useAdministrator(browser, web)
// What is small is drawn soon.
const small = { viewport: { width: 900, height: 480 } }
/** A few of each kind, for what is typed one by one. */
const sample = payloads.filter((_, index) => index % 24 === 0)

beforeAll(() => importPayloadPeople(web.server.data), 60_000)

afterEach(async () => {
  const metrics = await (await fetch(`${web.server.adminUrl}/metrics`)).text()
  expect(metrics.match(/^seekyou_(admin_)?csp_reports_total .*$/gm)?.sort()).toEqual([
    'seekyou_admin_csp_reports_total 0',
    'seekyou_csp_reports_total 0',
  ])
})

/** Somebody whose pages must open no dialogs of the browser. */
async function visitor(): Promise<Visitor> {
  const one = await browser.visitor(small)
  one.page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  return one
}
const dialogs: string[] = []
afterEach(() => expect(dialogs).toEqual([]))

test.for([0, 1, 2, 3])('what others write and are called, part %i of 4', { timeout: 60_000 }, async (part) => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(200)
  const group = payloads.filter((_, index) => index % 4 === part)
  const { page } = await visitor()
  const ann = web.newUin()
  const writeAll = (): Promise<void> => inTurns(group, 12, (payload) => write(web.server, payload, ann))
  // Some of it waits at the server, and some comes while one looks at it.
  if (part === 0) {
    await signIn(page, web.server, ann)
    await page.getByRole('button', { name: 'Packets' }).click()
    await page.getByRole('grid', { name: 'Packets' }).waitFor()
    await writeAll()
  } else {
    await writeAll()
    await signIn(page, web.server, ann)
  }
  await page.goto(`${web.server.url}/#/requests`)
  await expect.poll(() => tally(page)).toEqual(Object.fromEntries(group.map((payload) => [uinOf(payload), 3])))
  await expectNoEffect(page)
  if (part === 0) {
    await choosePackets(page, 40)
    await page.keyboard.press('Escape')
  }
  const uins = group.map(uinOf)
  const talks = await visit(
    page,
    uins.map((uin) => `#/talk/${uin}`),
    "document.querySelector('.head__title .uin')?.textContent === uin && document.querySelectorAll('[role=log] li.msg').length >= 3",
  )
  const profiles = await visit(
    page,
    uins.map((uin) => `#/profile/${uin}`),
    "document.querySelector('.idcard .uin')?.textContent === uin && document.querySelectorAll('.facts dd').length >= 5",
  )
  expect([talks, profiles]).toEqual([[], []])
  await expectNoEffect(page)
})

test('people who are found', { timeout: 60_000 }, async () => {
  const { page } = await visitor()
  await signIn(page, web.server, web.newUin())
  await page.goto(`${web.server.url}/#/find`)
  // A search finds 40 at most.
  const beginnings = new Set(payloads.map((payload) => payload.slice(0, 4)).filter((start) => /^[ -~]+$/.test(start)))
  let found = 0
  for (const start of beginnings) {
    await page.getByLabel('Nickname', { exact: true }).fill(start)
    await page.keyboard.press('Enter')
    // What was found before says so, too.
    await page.locator('.people .who a').filter({ hasText: start }).first().waitFor()
    await expectNoEffect(page)
    found += await page.locator('.people .who').count()
  }
  expect(found).toBeGreaterThanOrEqual(200)
})

test('what one types oneself', { timeout: 60_000 }, async () => {
  const { page } = await visitor()
  const [bob, script] = [web.newUin(), sample[0]!]
  await register(page, web.server, sample[1]!.slice(0, 20))
  const main = page.getByRole('main')
  for (const payload of sample) {
    await page.getByRole('searchbox', { name: 'Search contacts and history' }).fill(payload)
    await page.goto(`${web.server.url}/#/talk/${encodeURIComponent(payload)}`)
    await page.goto(`${web.server.url}/#/${payload}`)
    await page.goto(`${web.server.url}/#/talk/${bob}/${encodeURIComponent(payload)}`)
    await page.getByRole('searchbox', { name: 'Search contacts and history' }).fill('')
    const box = main.getByRole('textbox', { name: /^Message to/ })
    await box.fill(payload)
    await page.keyboard.press('Enter')
    await box.fill(payload)
    await page.goto(`${web.server.url}/#/profile`)
    await expectNoEffect(page)
  }
  for (const label of ['Nickname', 'First name', 'Last name', 'E-mail', 'Town', 'Home page', 'About']) {
    await main
      .getByLabel(label, { exact: true })
      .fill(label === 'Home page' ? `http://a.example/${script}` : script.slice(0, 20))
  }
  await main.getByRole('button', { name: 'Save', exact: true }).click()
  await main.getByText('Saved.').waitFor()
  await page.goto(`${web.server.url}/#/settings`)
  for (const payload of sample) {
    await main.getByLabel('New group').fill(payload.slice(0, 40))
    await page.keyboard.press('Enter')
  }
  await expect.poll(() => main.getByRole('button', { name: /^Rename / }).count()).toBe(sample.length)
  for (const status of ['Away', 'Not available', 'Occupied', 'Do not disturb']) {
    await main.getByRole('textbox', { name: status }).fill(script)
  }
  await expectNoEffect(page)
  await page.goto(`${web.server.url}/#/profile/${bob}`)
  await main.getByRole('button', { name: 'Add to the list…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name on your list').fill(script)
  await dialog.getByLabel('Group').selectOption({ index: 2 })
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('link', { name: script }).waitFor()
  await expectNoEffect(page)
  await page.reload()
  await expectNoEffect(page)
})

test('accounts and links in the administrators’ pages', { timeout: 60_000 }, async () => {
  const { page } = await enter()
  const client = await RawClient.open(web.server)
  onTestFinished(() => client.close())
  await client.login(uinOf(sample[2]!), password)
  await open(page, 'Live links')
  await page.getByRole('row').nth(1).waitFor()
  await expectNoEffect(page)
  await open(page, 'Accounts')
  const range = page.getByRole('navigation').getByText(/\d+–\d+ of/)
  const first = page.getByRole('row').nth(1)
  for (let to = 25, total = 26; to < total; ) {
    await expectNoEffect(page)
    const before = await first.innerText()
    await page.getByRole('button', { name: 'Later' }).click()
    await expect.poll(() => first.innerText()).not.toBe(before)
    ;[, to = 0, total = 0] = (await range.innerText()).match(/\d+/g)!.map(Number)
  }
  await expectNoEffect(page)
  await open(page, 'Audit log')
  await expectNoEffect(page)
})

/** How many of the requests in view each has sent. */
async function tally(page: Page): Promise<Record<string, number>> {
  const numbers = "[...document.querySelectorAll('article.ask .uin')].map(({ textContent }) => textContent)"
  const counts: Record<string, number> = {}
  for (const number of await page.evaluate<string[]>(numbers)) counts[number] = (counts[number] ?? 0) + 1
  return counts
}

/** Does something with each, some of them at a time. */
async function inTurns<Item>(items: readonly Item[], width: number, act: (item: Item) => Promise<void>): Promise<void> {
  const rest = [...items]
  const walk = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await act(item)
  }
  await Promise.all(Array.from({ length: width }, walk))
}

/** Looks at the last messages that the inspector holds. */
async function choosePackets(page: Page, count: number): Promise<void> {
  await page.getByRole('textbox', { name: 'Filter packets' }).fill('name == deliveredMessage')
  await page.getByRole('grid', { name: 'Packets' }).focus()
  await page.keyboard.press('End')
  for (let chosen = 1; chosen < count; chosen++) await page.keyboard.press('ArrowUp')
  // Not every payload has one of these words, and nobody knows in which order they came.
  const details = page.getByRole('complementary').getByText(/onerror|onload|script/)
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowUp')
      return details.count()
    })
    .toBeGreaterThan(0)
}
