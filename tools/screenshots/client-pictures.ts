// The client through ann's eyes: every page, in light, dark, Russian, on a phone, and as in 1998.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { password } from '../../e2e/started-server.ts'
import type { Camera } from './camera.ts'
import { ann, uinOf } from './people.ts'
import { talkBefore, talkOn } from './talk.ts'
import type { Town } from './town.ts'

const desk = { width: 1280, height: 800 }
const hand = { width: 390, height: 844 }

/** Everything while the line is there. Resolves with ann's page, in the conversation with bob. */
export async function takeClient(browser: Browser, town: Town, camera: Camera): Promise<Page> {
  await takeWizard(browser, town, camera)
  const context = await newContext(browser)
  const page = await context.newPage()
  await talkBefore(page, town)
  const open = async (hash: string): Promise<void> => {
    await page.goto(`${town.url}/#/${hash}`)
    await page.locator('.skeleton, .loading').first().waitFor({ state: 'hidden' })
  }
  const chat = `talk/${uinOf('bob')}`

  await camera.take(page, 'main')
  await page.emulateMedia({ colorScheme: 'dark' })
  await camera.take(page, 'main-dark')
  await page.getByRole('button', { name: 'Packets' }).click()
  const drawer = page.getByRole('complementary', { name: 'Packets' })
  await drawer.getByRole('textbox', { name: 'Filter packets' }).waitFor()
  await talkOn(page, town)
  await page.getByRole('row').filter({ hasText: 'sendMessage' }).last().click()
  await camera.take(page, 'packets-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await camera.take(page, 'packets')
  await drawer.getByRole('button', { name: 'Close' }).click()

  await open('find')
  await page.getByLabel('Nickname', { exact: true }).fill('mod')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await page.getByText('modulator').first().waitFor()
  await camera.take(page, 'find')
  await open('requests')
  await page.getByText('I was the one with the noise').waitFor()
  await camera.take(page, 'requests')
  await open(`profile/${uinOf('bob')}`)
  await page.getByText('serial port').waitFor()
  await camera.take(page, 'profile')
  await open('settings')
  await camera.take(page, 'settings')
  await page.emulateMedia({ colorScheme: 'dark' })
  await camera.take(page, 'settings-dark')

  await onPhone(page, true)
  await open('')
  await camera.take(page, 'phone-list-dark')
  await open(chat)
  await camera.take(page, 'phone-talk-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await camera.take(page, 'phone-talk')
  await onPhone(page, false)

  await open('settings')
  await page.getByLabel('Language').selectOption('ru')
  await page.getByRole('heading', { name: 'Настройки' }).first().waitFor()
  await open(`talk/${uinOf('Ёжик')}`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await camera.take(page, 'main-ru-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await open('settings')
  await page.getByLabel('Язык').selectOption('')
  await page.getByRole('heading', { name: 'Settings' }).first().waitFor()

  await takeWindows(page, open, camera)

  await open(chat)
  return page
}

/** What ann sees when the server is gone. */
export async function takeReconnecting(page: Page, town: Town, camera: Camera): Promise<void> {
  await town.goDark()
  await page.getByRole('button', { name: 'Call now' }).waitFor()
  await page.getByRole('textbox', { name: /^Message to/ }).fill('hello? the lamp on my modem went out')
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('the lamp').waitFor()
  await camera.take(page, 'reconnecting')
}

/** The theme 1998, with a few windows open. */
async function takeWindows(page: Page, open: (hash: string) => Promise<void>, camera: Camera): Promise<void> {
  await page.locator('.theme').filter({ hasText: '1998' }).click()
  await page.locator('.desktop').waitFor()
  await page.getByRole('button', { name: 'Close: Settings' }).click()
  await open('find')
  await open(`talk/${uinOf('Ёжик')}`)
  await drag(page, /^Ёжик/, { x: 300, y: 340 })
  await open(`talk/${uinOf('bob')}`)
  await drag(page, /^bob/, { x: 250, y: 16 })
  await camera.take(page, '1998')
  await open('settings')
  await page.getByRole('switch', { name: /^Night shift/ }).click()
  await page.getByRole('button', { name: 'Close: Settings' }).click()
  await camera.take(page, '1998-night-shift')
  await open('settings')
  await page.locator('.theme').filter({ hasText: 'System' }).click()
}

/** Takes a window at its title, and puts its corner there. */
async function drag(page: Page, title: RegExp, to: { readonly x: number; readonly y: number }): Promise<void> {
  const box = await page.getByRole('region', { name: title }).boundingBox()
  if (box === null) throw new Error(`no window is called ${title}`)
  await page.mouse.move(box.x + 60, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(to.x + 60, to.y + 12, { steps: 3 })
  await page.mouse.up()
}

/** Signing in and getting a number, as a newcomer sees it. */
async function takeWizard(browser: Browser, town: Town, camera: Camera): Promise<void> {
  const context = await newContext(browser)
  const page = await context.newPage()
  await page.clock.setFixedTime('2026-11-22T20:30:00Z')
  await page.goto(`${town.url}/#/sign-in`)
  await page.getByLabel('Number', { exact: true }).fill(String(ann.uin))
  await camera.take(page, 'sign-in')
  await takeNumber(page, town, camera)
  await context.close()
}

/** Gets a number as a newcomer does, as far as the card on which it stands. */
async function takeNumber(page: Page, { url }: Town, camera: Camera): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`${url}/#/register`)
  await page.getByLabel('Nickname', { exact: true }).fill('newcomer')
  for (const field of ['Password', 'Once more']) await page.getByLabel(field, { exact: true }).fill(password)
  await camera.take(page, 'register-dark')
  await page.getByRole('button', { name: 'Give me a number' }).click()
  await page.getByLabel('I have written it down').waitFor()
  await camera.take(page, 'your-number-dark')
}

const newContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({
    viewport: desk,
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })

/** Holds the page in a hand, or puts it back on the desk. */
async function onPhone(page: Page, isOn: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: isOn, maxTouchPoints: 5 })
  await page.setViewportSize(isOn ? hand : desk)
}
