// How it looks and is reached: themes, languages, widths, keys alone, and less motion.
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { code, messageBody, uins } from '../bytes.ts'
import { RawClient } from '../raw-client.ts'
import { password } from '../started-server.ts'
import { brokenLine, useBrowser } from './browser.ts'
import { signIn } from './sign-in.ts'
import { useWeb } from './start-web.ts'

const browser = useBrowser()
const web = useWeb()

const goTo = (page: Page, route: string) => page.goto(`${web.server.url}/#/${route}`)

async function signedOn(uin = web.newUin()): Promise<RawClient> {
  const client = await RawClient.open(web.server)
  onTestFinished(() => client.close())
  await client.login(uin, password)
  return client
}

/** Signs in with these people on the list. */
async function signInWith(page: Page, people: readonly number[], isRemembered = false): Promise<number> {
  const ann = web.newUin()
  const old = await signedOn(ann)
  await old.command(code.contacts, uins(...people))
  await old.caughtUp()
  await signIn(page, web.server, ann, { isRemembered })
  return ann
}

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search contacts and history' })

/** Whether the page is light on dark, and what it looks like. */
const lookOf = (page: Page) =>
  page.evaluate<{ isDark: boolean; look: string }>(`(() => {
    const ink = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')
    ink.fillStyle = getComputedStyle(document.body).color
    ink.fillRect(0, 0, 1, 1)
    const [red, green, blue] = ink.getImageData(0, 0, 1, 1).data
    return { isDark: red + green + blue > 384, look: document.documentElement.dataset.look ?? '' }
  })()`)

test('themes hold at once, and before anything is shown after a reload', { timeout: 60_000 }, async () => {
  const { page, context } = await browser.visitor({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' })
  // What the root of the page looked like when the first of its body was there.
  await context.addInitScript(`new MutationObserver((_, observer) => {
    if (document.body === null) return
    observer.disconnect()
    const { theme = '', look = '' } = document.documentElement.dataset
    window.firstLook = theme + ' ' + look
  }).observe(document, { childList: true, subtree: true })`)
  await signInWith(page, [], true)
  await goTo(page, 'settings')
  const choose = (name: string) => page.getByRole('radio', { name, exact: true }).click({ force: true })
  const firstLook = async (): Promise<unknown> => {
    await page.reload()
    await page.getByRole('radio', { name: 'Light', exact: true }).waitFor({ state: 'attached' })
    return page.evaluate('window.firstLook')
  }
  const themes = [
    { name: 'Dark', first: 'dark ', isDark: true, look: '' },
    { name: 'Light', first: 'light ', isDark: false, look: '' },
    { name: '1998', first: 'light 1998', isDark: false, look: '1998' },
    { name: 'System', first: ' ', isDark: false, look: '' },
  ]
  for (const { name, first, isDark, look } of themes) {
    await choose(name)
    await expect.poll(() => lookOf(page)).toEqual({ isDark, look })
    expect(await firstLook()).toBe(first)
    await expect.poll(() => lookOf(page)).toEqual({ isDark, look })
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => lookOf(page)).toEqual({ isDark: true, look: '' })
})

test('large letters are larger in every theme', { timeout: 60_000 }, async () => {
  const { page } = await browser.visitor()
  await signInWith(page, [])
  await goTo(page, 'settings')
  const height = async (): Promise<number> => (await page.getByRole('heading', { name: 'Look' }).boundingBox())!.height
  const choose = (name: string) => page.getByRole('radio', { name, exact: true }).click({ force: true })
  for (const theme of ['Light', '1998']) {
    await choose(theme)
    const plain = await height()
    await page.getByLabel('Large fonts').click()
    await expect.poll(height).toBeGreaterThan(plain * 1.1)
    await page.getByLabel('Large fonts').click()
    await expect.poll(height).toBe(plain)
  }
})

test('English, Russian and Ukrainian, with their plurals', { timeout: 60_000 }, async () => {
  const { page } = await browser.visitor({ viewport: { width: 1280, height: 800 } })
  const bob = await signedOn()
  const ann = await signInWith(page, [bob.uin])
  await goTo(page, 'settings')
  const languages = [
    {
      language: 'ru',
      title: 'Настройки',
      unread: { 1: '1 непрочитанное', 2: '2 непрочитанных', 5: '5 непрочитанных' },
    },
    { language: 'uk', title: 'Налаштування', unread: { 1: '1 непрочитане', 2: '2 непрочитані', 5: '5 непрочитаних' } },
    { language: 'en', title: 'Settings', unread: { 1: '1 unread', 2: '2 unread', 5: '5 unread' } },
  ] as const
  let said = 0
  for (const count of [1, 2, 5] as const) {
    for (; said < count; said++) await bob.command(code.sendMessage, messageBody(ann, `message ${said}`))
    for (const { language, title, unread } of languages) {
      await page.locator('select:has(option[value=uk])').selectOption(language)
      await page.getByRole('heading', { name: title, level: 1, exact: true }).waitFor()
      await page.locator('.contact', { hasText: unread[count] }).waitFor()
      expect(await page.evaluate('document.documentElement.lang')).toBe(language)
    }
  }
})

test('nothing is wider than a phone, and everything is within reach of a thumb', { timeout: 60_000 }, async () => {
  const { page } = await browser.visitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const bob = await signedOn()
  const tooWide: string[] = []
  const measure = async (route: string): Promise<void> => {
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 })
      const wide = await page.evaluate<
        string[]
      >(`[document.documentElement, ...document.querySelectorAll('main, main *:not(.settings__nav)')]
        .filter((box) => box.scrollWidth > box.clientWidth + 1 && (box === document.documentElement || /auto|scroll/.test(getComputedStyle(box).overflowX)))
        .map(({ tagName, className }) => tagName + '.' + className)`)
      tooWide.push(...wide.map((box) => `${route} at ${width}: ${box}`))
    }
    await page.setViewportSize({ width: 390, height: 844 })
  }
  for (const route of ['sign-in', 'register']) {
    await goTo(page, route)
    await page.getByRole('main').getByRole('textbox').first().waitFor()
    await measure(route)
  }
  const ann = await signInWith(page, [bob.uin])
  await bob.command(code.sendMessage, messageBody(ann, `${'long'.repeat(60)} https://example.org/${'x'.repeat(120)}`))
  const tabs = page.getByRole('navigation', { name: 'Seekyou' })
  for (const [name, heading] of [
    ['Find', 'Find people'],
    ['Requests', 'Requests'],
    ['Settings', 'Settings'],
    ['Chats', 'Chats'],
  ]) {
    await tabs.getByRole('link', { name: name! }).click()
    await page.getByRole('heading', { name: heading!, level: 1 }).waitFor({ state: 'attached' })
    await measure(name!)
  }
  await page.getByRole('link', { name: /^user/ }).click()
  await page
    .getByRole('log')
    .getByText(/^longlong/)
    .waitFor()
  expect(await search(page).isVisible()).toBe(false)
  await measure('conversation')
  const box = await page.getByRole('textbox', { name: /^Message to/ }).boundingBox()
  expect(box!.y + box!.height).toBeLessThanOrEqual(844)
  await page.getByRole('textbox', { name: /^Message to/ }).fill('from a phone')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('log').getByText('from a phone').waitFor()
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await search(page).waitFor()
  for (const route of ['profile', `profile/${bob.uin}`]) {
    await goTo(page, route)
    await page.getByRole('main').getByRole('heading', { level: 2 }).nth(1).waitFor()
    await measure(route)
  }
  expect(tooWide).toEqual([])
})

test('keys are enough', { timeout: 60_000 }, async () => {
  const { page } = await browser.visitor({ viewport: { width: 1280, height: 800 } })
  const [bob, carl] = [await signedOn(), await signedOn()]
  const ann = web.newUin()
  const old = await signedOn(ann)
  await old.command(code.contacts, uins(bob.uin, carl.uin))
  await old.caughtUp()
  /** Presses a key until what has the focus is called so. */
  const reach = async (name: RegExp, key = 'Tab'): Promise<void> => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press(key)
      const here = await page.evaluate<string>(`(({ labels, ariaLabel, innerText, value }) =>
        [ariaLabel, ...[...(labels ?? [])].map((label) => label.innerText), innerText, value].join(' ').trim())(document.activeElement)`)
      if (name.test(here)) return
    }
    throw new Error(`${name} cannot be reached with ${key}`)
  }
  await goTo(page, 'sign-in')
  await page.getByLabel('Number', { exact: true }).waitFor()
  await reach(/^Number/)
  await page.keyboard.type(String(ann))
  await reach(/^Password/)
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await search(page).waitFor()

  await page.getByRole('link', { name: /^user/ }).nth(1).waitFor()
  await page.keyboard.press('Control+k')
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('search')
  await page.keyboard.type(String(carl.uin))
  await page.getByRole('link', { name: /^user/ }).nth(1).waitFor({ state: 'detached' })
  await reach(/^user/)
  await page.keyboard.press('Enter')
  await page.getByRole('log').waitFor()
  await reach(/^Message to/)
  await page.keyboard.type('no mouse here')
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('no mouse here').waitFor()

  const isOpen = (uin: number) =>
    expect
      .poll(() => page.evaluate("document.querySelector('.contact[aria-current=page]')?.hash"))
      .toBe(`#/talk/${uin}`)
  await page.keyboard.press('Alt+ArrowUp')
  await isOpen(bob.uin)
  await page.keyboard.press('Alt+ArrowDown')
  await isOpen(carl.uin)
  // Quicker than rows are drawn.
  const shown = await page.evaluate(
    `['ArrowUp', 'ArrowDown'].map((key) => {
      dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, cancelable: true }))
      return location.hash
    })`,
  )
  expect(shown).toEqual([`#/talk/${bob.uin}`, `#/talk/${carl.uin}`])
  await reach(/^user/, 'Shift+Tab')
  await page.keyboard.press('F2')
  await page.getByRole('dialog', { name: /^What do you call/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await page.evaluate('document.activeElement.className')).toMatch(/\bcontact\b/)
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('complementary', { name: 'Packets' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('complementary', { name: 'Packets' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Alt+3')
  await page.locator('.me__state', { hasText: 'Away' }).waitFor()
})

test('nothing moves for whoever wants less motion', { timeout: 60_000 }, async () => {
  const { page, forgive } = await browser.visitor({ viewport: { width: 1280, height: 800 } })
  forgive(brokenLine)
  let drop = (): void => {}
  await page.routeWebSocket(/datagrams/, (socket) => {
    socket.connectToServer()
    drop = () => {
      drop = () => {}
      void socket.close()
    }
  })
  await signInWith(page, [])
  const moving =
    "document.getAnimations().filter(({ playState, effect }) => playState === 'running' && effect.getComputedTiming().activeDuration > 1).length"
  // What is tried for as long as it is looked at.
  await page.routeWebSocket(/datagrams/, () => {})
  drop()
  await expect.poll(() => page.evaluate(moving)).toBeGreaterThan(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await page.evaluate(moving)).toBe(0)
})
