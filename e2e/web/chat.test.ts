// What the whole is for: open a page, get a number, and talk with somebody on a client of 1998, letters intact.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { code, messageBody, readMessage } from '../bytes.ts'
import { RawClient } from '../raw-client.ts'
import { password } from '../started-server.ts'
import { brokenLine, useBrowser } from './browser.ts'
import { register } from './register.ts'
import { signIn } from './sign-in.ts'
import { useWeb } from './start-web.ts'

const browser = useBrowser()
const web = useWeb({ flags: ['--registration', 'open'] })

/** Opens a conversation and says something. */
async function say(page: Page, to: number, text: string): Promise<void> {
  await page.goto(`${web.server.url}/#/talk/${to}`)
  await page.getByRole('textbox', { name: /^(Message to|Сообщение для|Повідомлення для)/ }).fill(text)
  await page.keyboard.press('Enter')
}

const log = (page: Page) => page.getByRole('log')

test('two newcomers find each other and talk, also with a client of 1998, letters intact', {
  timeout: 120_000,
}, async () => {
  const [{ page: ann }, { page: bob }] = [await browser.visitor(), await browser.visitor()]
  const annUin = await register(ann, web.server, 'ann')
  const bobUin = await register(bob, web.server, 'Ёжик')

  await ann.goto(`${web.server.url}/#/find`)
  await ann.getByLabel('Nickname', { exact: true }).fill('Ёж')
  await ann.getByRole('button', { name: 'Search', exact: true }).click()
  await ann.getByRole('button', { name: 'Ask to add Ёжик' }).click()
  await ann.getByRole('dialog').getByLabel('What you want to say to it').fill('Это я!')
  await ann.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click()
  await bob.goto(`${web.server.url}/#/requests`)
  await bob.getByText('Это я!').waitFor()
  await bob.getByRole('button', { name: /^Allow and add/ }).click()
  await ann.getByRole('link', { name: /Ёжик.*Online/ }).waitFor()

  await say(ann, bobUin, 'Привет! Ты «ёж» № 1 — правда?')
  await bob.goto(`${web.server.url}/#/talk/${annUin}`)
  await log(bob).getByText('Привет! Ты «ёж» № 1 — правда?').waitFor()
  await say(bob, annUin, 'hello :-)')
  await log(ann).getByText('hello').waitFor()

  const old = await RawClient.open(web.server)
  try {
    await old.login(web.newUin(), password)
    const hello = Buffer.from('cff0e8e2e5f221', 'hex').toString('latin1')
    await old.command(code.sendMessage, messageBody(annUin, hello))
    await ann
      .getByRole('link', { name: /unread/ })
      .first()
      .waitFor()
    await say(ann, old.uin, 'И тебе — №')
    await log(ann).getByText('Привет!', { exact: true }).waitFor()
    const { text } = readMessage((await old.expect(code.message)).body)
    expect(Buffer.from(text, 'latin1').toString('hex')).toBe('c820f2e5e1e5209720b9')
  } finally {
    await old.close()
  }
})

test('what is unread survives a reload, and what was said is found again', { timeout: 120_000 }, async () => {
  const [{ page: ann }, { page: bob }] = [await browser.visitor(), await browser.visitor()]
  const [annUin, bobUin] = [web.newUin(), web.newUin()]
  await signIn(ann, web.server, annUin, { isRemembered: true })
  await signIn(bob, web.server, bobUin)
  await say(bob, annUin, 'the capacitor is in the post')
  await ann.getByRole('link', { name: /1 unread/ }).waitFor()
  expect(await ann.title()).toMatch(/^\(1\)/)
  await ann.reload()
  await ann.getByRole('link', { name: /1 unread/ }).waitFor()
  await ann.goto(`${web.server.url}/#/talk/${bobUin}`)
  await log(ann).getByText('1 new').waitFor()
  await expect.poll(() => ann.getByRole('link', { name: /unread/ }).count()).toBe(0)
  await say(ann, bobUin, 'thank you')
  await ann.goto(`${web.server.url}/#/`)
  await ann.getByRole('searchbox', { name: 'Search contacts and history' }).fill('capac')
  await ann.getByText('the capacitor is in the post').waitFor()
})

test('after the server was killed the line comes back, and what was written meanwhile goes', {
  timeout: 120_000,
}, async () => {
  const [{ page: ann, forgive }, { page: bob, forgive: forgiveBob }] = [
    await browser.visitor(),
    await browser.visitor(),
  ]
  forgive(brokenLine)
  forgiveBob(brokenLine)
  const [annUin, bobUin] = [web.newUin(), web.newUin()]
  await signIn(ann, web.server, annUin)
  await signIn(bob, web.server, bobUin)
  await say(ann, bobUin, 'before')
  await web.server.kill()
  await ann.getByRole('main').getByText('The line dropped.').waitFor()
  await say(ann, bobUin, 'written meanwhile')
  await log(ann).getByText('waits for the line').waitFor()
  await web.restart()
  await ann
    .getByRole('button', { name: 'Call now' })
    .click({ timeout: 5_000 })
    .catch(() => {})
  await log(ann).getByText('waits for the line').waitFor({ state: 'detached', timeout: 40_000 })
  await bob.goto(`${web.server.url}/#/talk/${annUin}`)
  await log(bob).getByText('written meanwhile').waitFor({ timeout: 40_000 })
})

test('the list and the given names come back in a new browser; the history stays where it was', {
  timeout: 120_000,
}, async () => {
  const [{ page: here }, { page: there }] = [await browser.visitor(), await browser.visitor()]
  const [annUin, bobUin] = [web.newUin(), web.newUin()]
  const named = new Promise<void>((resolve) => {
    here.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        if (String(payload).includes('nameContacts')) resolve()
      }),
    )
  })
  await signIn(here, web.server, annUin)
  await here.goto(`${web.server.url}/#/find`)
  await here.getByRole('radio', { name: 'Number' }).check({ force: true })
  await here.getByRole('textbox', { name: 'Number' }).fill(String(bobUin))
  await here.getByRole('button', { name: 'Search', exact: true }).click()
  await here.getByRole('button', { name: /^Add user/ }).click()
  await here.getByRole('dialog').getByLabel('Name on your list').fill('Bob the builder')
  await here.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click()
  await here.getByRole('link', { name: /Bob the builder/ }).waitFor()
  await say(here, bobUin, 'kept here only')
  await log(here).getByText('kept here only').waitFor()
  await named
  await signIn(there, web.server, annUin)
  await there.getByRole('link', { name: /Bob the builder/ }).click()
  expect(await log(there).getByText('kept here only').count()).toBe(0)
})

test('a second tab says why it is not the one, and takes over when asked', { timeout: 60_000 }, async () => {
  const { page: first, newTab } = await browser.visitor()
  await signIn(first, web.server, web.newUin(), { isRemembered: true })
  const second = await newTab()
  await second.goto(web.server.url)
  await second.getByText('This number is open in another tab.').waitFor()
  await second.getByRole('button', { name: 'Use it here' }).click()
  await second.getByRole('searchbox', { name: 'Search contacts and history' }).waitFor()
  await first.getByRole('main').getByText('This number is open in another tab.').waitFor()
})
