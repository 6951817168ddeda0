import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from './browser.ts'
import { useDevicePage } from './device-page.ts'

const browser = useBrowser()
const testing = useDevicePage()

/** Opens the page; everything that src/device/testing/main.ts names is at hand in `evaluate`. */
async function openOn(page: Page): Promise<Page> {
  await page.goto(testing.url)
  await page.locator('body[data-is=ready]').waitFor({ state: 'attached' })
  return page
}

/** Runs something in the page that may wait. */
const run = <Result>(page: Page, code: string): Promise<Result> => page.evaluate(`(async () => { ${code} })()`)

test('a conversation outlives the page, in order and in pages', async () => {
  const { page } = await browser.visitor()
  await openOn(page)
  await run(
    page,
    `const history = device.history(1)
    for (const at of [3, 1, 2, 5, 4]) await history.put(entryOf('e' + at, 'text ' + at, at))
    await history.put(entryOf('other', 'somebody else', 3, 7))
    await history.put(entryOf('e2', 'text 2, changed', 2))
    await history.put(entryOf('e5', 'text 5, moved', 6))
    await history.remove('e4')`,
  )
  await openOn(page)
  const seen = await run(
    page,
    `const history = device.history(1)
    return {
      end: textsOf(await history.page(bob, 2)),
      before: textsOf(await history.page(bob, 9, { at: 3, id: 'e3' })),
      all: textsOf(await Array.fromAsync(history.export())),
      theirs: textsOf(await Array.fromAsync(history.export(bob))),
      stranger: textsOf(await history.page(8, 9)),
      otherAccount: textsOf(await device.history(2).page(bob, 9)),
    }`,
  )
  expect(seen).toEqual({
    end: ['text 3', 'text 5, moved'],
    before: ['text 1', 'text 2, changed'],
    all: ['text 1', 'text 2, changed', 'text 3', 'somebody else', 'text 5, moved'],
    theirs: ['text 1', 'text 2, changed', 'text 3', 'text 5, moved'],
    stranger: [],
    otherAccount: [],
  })
})

test('words are found by their beginnings, newest first, and clearing clears', async () => {
  const { page } = await browser.visitor()
  await openOn(page)
  const seen = await run(
    page,
    `const history = device.history(1)
    await history.put(entryOf('a', 'Ёжик в тумане', 1))
    await history.put(entryOf('b', 'ежик и медвежонок, https://example.org/fog', 2))
    await history.put(entryOf('c', 'Туман над Café Müller', 3, 7))
    const find = async (words, options = {}) => textsOf(await history.search(words, { count: 9, ...options })).length
    const found = {
      yo: textsOf(await history.search('ежи', { count: 9 })),
      both: await find('туман ёж'),
      person: await find('туман', { with: bob }),
      count: textsOf(await history.search('туман', { count: 1 })),
      latin: await find('mull caf'),
      address: await find('exam'),
      inside: await find('жик'),
      nothing: await find('  ,'),
    }
    await history.clear(bob)
    found.afterBob = await find('туман')
    await history.clear()
    found.afterAll = await find('туман')
    return found`,
  )
  expect(seen).toEqual({
    yo: ['ежик и медвежонок, https://example.org/fog', 'Ёжик в тумане'],
    both: 1,
    person: 1,
    count: ['Туман над Café Müller'],
    latin: 1,
    address: 1,
    inside: 0,
    nothing: 0,
    afterBob: 1,
    afterAll: 0,
  })
})

test('without storage everything goes on in memory, and one reason is told', async () => {
  const { page } = await browser.visitor()
  await page.addInitScript(`IDBFactory.prototype.open = () => { throw new DOMException('no', 'InvalidStateError') }`)
  await openOn(page)
  const seen = await run(
    page,
    `const history = device.history(1)
    await history.put(entryOf('a', 'kept for now', 1))
    await device.notebook(1).write('draft', 'half a sen')
    await device.remember({ uin: 1, nick: 'ann', codePage: 'windows-1251' }, 'secret')
    return {
      trouble: device.trouble.get(),
      page: textsOf(await history.page(bob, 9)),
      found: textsOf(await history.search('kep', { count: 1 })),
      note: (await device.notebook(1).read()).get('draft'),
      accounts: device.accounts.get().map(({ nick, isRemembered }) => [nick, isRemembered]),
    }`,
  )
  expect(seen).toEqual({
    trouble: 'noStorage',
    page: ['kept for now'],
    found: ['kept for now'],
    note: 'half a sen',
    accounts: [['ann', false]],
  })
})

test('a full disk is told as that', async () => {
  const { page } = await browser.visitor()
  await openOn(page)
  const seen = await run(
    page,
    `const history = device.history(1)
    await history.put(entryOf('a', 'before', 1))
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }
    await history.put(entryOf('b', 'after', 2))
    return [device.trouble.get(), textsOf(await history.page(bob, 9))]`,
  )
  expect(seen).toEqual(['full', ['before', 'after']])
})

test('a password comes back after the page is loaded again, and lies encrypted on the disk', async () => {
  const { page, newTab } = await browser.visitor()
  await openOn(page)
  const second = await openOn(await newTab())
  await run(
    page,
    `await device.remember({ uin: 2, nick: 'bob', codePage: 'koi8-r' }, undefined)
    const now = Date.now()
    while (Date.now() === now);
    await device.remember({ uin: 1, nick: 'ann', codePage: 'windows-1251' }, 'пароль')
    await device.notebook(1).write('a', { b: [1] })`,
  )
  await expect.poll(() => second.evaluate('device.accounts.get().length')).toBe(2)
  await openOn(page)
  const seen = await run(
    page,
    `const database = await new Promise((resolve) => {
      indexedDB.open('seekyou').onsuccess = ({ target }) => resolve(target.result)
    })
    const get = (store, key) => new Promise((resolve) => {
      database.transaction(store).objectStore(store).get(key).onsuccess = ({ target }) => resolve(target.result)
    })
    const row = await get('accounts', 1)
    const key = await get('keys', 'password')
    return {
      accounts: device.accounts.get().map(({ uin, isRemembered }) => [uin, isRemembered]),
      password: await device.passwordOf(1),
      none: (await device.passwordOf(2)) ?? 'none',
      onDisk: JSON.stringify(row) + new TextDecoder('utf-8').decode(row.password.bytes),
      extractable: key.extractable,
      note: (await device.notebook(1).read()).get('a'),
    }`,
  )
  expect(seen).toEqual({
    accounts: [
      [1, true],
      [2, false],
    ],
    password: 'пароль',
    none: 'none',
    onDisk: expect.not.stringContaining('пароль'),
    extractable: false,
    note: { b: [1] },
  })
})

test('whoever is forgotten leaves nothing', async () => {
  const { page, newTab } = await browser.visitor()
  await openOn(page)
  // Another tab has the same history open.
  const second = await openOn(await newTab())
  await run(second, `await device.history(1).page(bob, 9)`)
  const seen = await run(
    page,
    `await device.remember({ uin: 1, nick: 'ann', codePage: 'windows-1251' }, 'secret')
    await device.history(1).put(entryOf('a', 'secret text', 1))
    await device.forget(1)
    return {
      names: (await indexedDB.databases()).map(({ name }) => name),
      accounts: device.accounts.get(),
      page: await device.history(1).page(bob, 9),
      trouble: device.trouble.get() ?? 'none',
    }`,
  )
  expect(seen).toEqual({ names: ['seekyou'], accounts: [], page: [], trouble: 'none' })
})

test('a hundred thousand entries are searched to their ends', { timeout: 120_000 }, async () => {
  const { page } = await browser.visitor()
  await openOn(page)
  const seen = await run(
    page,
    `await device.history(1).page(bob, 1)
    const database = await new Promise((resolve) => {
      indexedDB.open('seekyou 1').onsuccess = ({ target }) => resolve(target.result)
    })
    const words = ['привет', 'hello', 'modem', 'комета', 'прилив', 'floppy', 'ночь', 'сеть']
    for (let from = 0; from < 100_000; from += 5_000) {
      const transaction = database.transaction('entries', 'readwrite', { durability: 'relaxed' })
      for (let at = from; at < from + 5_000; at++) {
        const own = [0, 1, 2, 3].map((turn) => words[(at * 7 + turn * 3 + (at >> 5)) % words.length])
        if (at % 1000 === 0) own.push('иголка')
        const text = own.join(' ')
        transaction.objectStore('entries').put({ ...entryOf('e' + at, text, at), words: [...new Set(own)] })
      }
      await new Promise((resolve) => { transaction.oncomplete = resolve })
    }
    const find = async (words, count) => (await device.history(1).search(words, { count })).length
    return {
      rare: await find('игол', 200),
      common: await find('п', 50),
      two: await find('привет hel', 50),
      apart: await find('ночь сеть привет floppy прилив', 50),
    }`,
  )
  expect(seen).toEqual({ rare: 100, common: 50, two: 50, apart: 0 })
})

test('one tab has an account: another one waits, may take it, and gets it when it is free', async () => {
  const { page, newTab } = await browser.visitor()
  await openOn(page)
  const second = await openOn(await newTab())
  const claim = (tab: Page) => run(tab, `globalThis.mine = device.claim(1); return mine.known`)
  const isOurs = (tab: Page) => tab.evaluate('mine.isOurs.get()')
  expect(await claim(page)).toBe(true)
  expect(await claim(second)).toBe(false)
  expect(await run(second, `return device.claim(2).known`)).toBe(true)
  await second.evaluate('mine.take()')
  await expect.poll(() => isOurs(page)).toBe(false)
  expect(await isOurs(second)).toBe(true)
  // A tab that is closed lets go, and so does one that is loaded again.
  await second.close()
  expect(await claim(page)).toBe(true)
  await openOn(page)
  expect(await claim(page)).toBe(true)
  await page.evaluate('mine.release()')
  expect(await claim(page)).toBe(true)
})

test('where there are no locks, tabs ask each other', async () => {
  const { page, context, newTab } = await browser.visitor()
  await context.addInitScript(`Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })`)
  await openOn(page)
  const second = await openOn(await newTab())
  const claim = (tab: Page) => run(tab, `globalThis.mine = device.claim(1); return mine.known`)
  expect(await claim(page)).toBe(true)
  expect(await claim(second)).toBe(false)
  await second.evaluate('mine.take()')
  await expect.poll(() => page.evaluate('mine.isOurs.get()')).toBe(false)
  expect(await claim(page)).toBe(false)
  await second.evaluate('mine.release()')
  expect(await claim(page)).toBe(true)
})

test('the taste is there before the program is, and in every tab', async () => {
  const { page, newTab, forgive } = await browser.visitor()
  await openOn(page)
  const second = await openOn(await newTab())
  const attributes = (tab: Page) =>
    tab.evaluate(
      `['data-theme', 'data-look', 'data-fonts', 'lang'].map((name) => document.documentElement.getAttribute(name))`,
    )
  expect(await attributes(page)).toEqual([null, null, null, 'en'])
  await page.evaluate(`device.changeTaste({ theme: '1998', nightShift: true, largeFonts: true, language: 'uk' })`)
  expect(await attributes(page)).toEqual(['dark', '1998', 'large', 'uk'])
  await expect.poll(() => attributes(second)).toEqual(['dark', '1998', 'large', 'uk'])
  // Without the program: its script is not let through.
  forgive(/ERR_FAILED/)
  await second.route(/assets/, (route) => route.abort())
  await second.goto(testing.url)
  expect(await attributes(second)).toEqual(['dark', '1998', 'large', 'uk'])
  await page.evaluate(`device.changeTaste({ theme: 'light', largeFonts: false })`)
  expect(await attributes(page)).toEqual(['light', null, null, 'uk'])
})

test.each(['message', 'online', 'knock', 'signOn', 'failed'])(
  'the sound “%s” is heard, is not too loud, and ends',
  async (sound) => {
    const { page } = await browser.visitor()
    await openOn(page)
    const { peak, heardFor, length } = await run<{ peak: number; heardFor: number; length: number }>(
      page,
      `return render('${sound}')`,
    )
    expect(peak).toBeGreaterThan(0.02)
    expect(peak).toBeLessThan(0.9)
    expect(length).toBeLessThan(1.6)
    expect(heardFor).toBeGreaterThan(length * 0.6)
    expect(heardFor).toBeLessThan(length + 0.02)
  },
)

test('sounds begin with a gesture, keep a distance, and are silent when one is not to be disturbed', async () => {
  const { page } = await browser.visitor()
  await page.addInitScript(`
    globalThis.started = 0
    globalThis.contexts = 0
    globalThis.clock = 0
    Object.defineProperty(BaseAudioContext.prototype, 'currentTime', { get: () => clock })
    const start = AudioScheduledSourceNode.prototype.start
    OscillatorNode.prototype.start = function (at) { started += 1; return start.call(this, at) }
    const Context = AudioContext
    globalThis.AudioContext = function (options) { contexts += 1; return new Context(options) }`)
  await openOn(page)
  await page.evaluate(`globalThis.kit = messengerOfTests(); device.accompany(kit.messenger)`)
  const voicesOf = async (act: string): Promise<number> => {
    const before = await page.evaluate<number>('started')
    await page.evaluate(`clock += 0.41; ${act}`)
    return (await page.evaluate<number>('started')) - before
  }
  expect(await voicesOf(`kit.arrive('before any gesture')`)).toBe(0)
  await page.mouse.click(5, 5)
  await page.keyboard.press('a')
  expect(await voicesOf(`kit.arrive('one'); kit.arrive('two'); device.play('online', 1)`)).toBe(4)
  expect(await page.evaluate('contexts')).toBe(1)
  await page.evaluate(`kit.be('occupied')`)
  expect(await voicesOf(`kit.arrive('occupied')`)).toBe(0)
  await page.evaluate(`kit.be('doNotDisturb')`)
  expect(await voicesOf(`kit.arrive('not now')`)).toBe(0)
  await page.evaluate(`kit.be('online')`)
  expect(await voicesOf(`kit.arrive('somebody muted', true)`)).toBe(0)
  await page.evaluate(`kit.choose({ sounds: { ...kit.messenger.settings.get().sounds, message: false } })`)
  expect(await voicesOf(`kit.arrive('switched off')`)).toBe(0)
  expect(await voicesOf(`device.play('message', 0)`)).toBe(0)
  expect(await voicesOf(`device.play('message', 0.5)`)).toBe(4)
})

/** Stands in for the desktop: remembers what was shown, and closes what is to be closed. */
const desktop = `
  globalThis.shown = []
  globalThis.Notification = class {
    static permission = 'granted'
    static requestPermission = async () => 'granted'
    constructor(title, options) { Object.assign(this, { title, ...options, isOpen: true }); shown.push(this) }
    close() { this.isOpen = false }
  }`

test('what is not seen pops up, once for each person, until it is read', async () => {
  const { page } = await browser.visitor()
  await page.addInitScript(desktop)
  await openOn(page)
  await page.evaluate(`globalThis.kit = messengerOfTests(); globalThis.stop = device.accompany(kit.messenger)`)
  const open = () =>
    page.evaluate('shown.filter(({ isOpen }) => isOpen).map(({ title, body, tag }) => [title, body, tag])')

  // Looked at: nothing pops up.
  await page.evaluate(`location.hash = '#/talk/204118'`)
  await page.bringToFront()
  await page.evaluate(`kit.arrive('seen')`)
  await page.evaluate(`location.hash = '#/find'; kit.arrive('not seen')`)
  await expect.poll(open).toEqual([['bob', 'not seen', 'seekyou 100001 204118']])
  await page.evaluate(`shown.at(-1).onclick()`)
  expect(await page.evaluate('location.hash')).toBe('#/talk/204118')
  await page.evaluate(
    `location.hash = ''; kit.choose({ notificationTexts: false, language: 'ru' }); kit.arrive('secret')`,
  )
  await expect.poll(open).toEqual([['bob', 'Новое сообщение', 'seekyou 100001 204118']])
  await page.evaluate(`kit.read()`)
  await expect.poll(open).toEqual([])
  await page.evaluate(`kit.arrive('muted', true); kit.be('doNotDisturb'); kit.arrive('not now')`)
  await page.evaluate(`kit.be('online'); kit.choose({ notifications: false }); kit.arrive('switched off')`)
  await page.evaluate(`kit.choose({ notifications: true, notificationTexts: true }); kit.arrive('again')`)
  await expect.poll(open).toEqual([['bob', 'again', 'seekyou 100001 204118']])
  await page.evaluate('stop()')
  expect(await open()).toEqual([])
})

test('the title, the icon and the badge count what is not read', async () => {
  const { page } = await browser.visitor()
  await page.addInitScript(`
    globalThis.badge = undefined
    Navigator.prototype.setAppBadge = async (count) => { badge = count }`)
  await openOn(page)
  await page.evaluate(`globalThis.kit = messengerOfTests(); globalThis.stop = device.accompany(kit.messenger)`)
  const seen = () =>
    page.evaluate(`[document.title, document.querySelector('link[rel=icon]').getAttribute('href'), badge]`)
  expect(await seen()).toEqual(['Seekyou', '/favicon.svg', 0])
  await page.evaluate(`kit.arrive('one'); kit.arrive('two'); kit.arrive('quiet', true)`)
  expect(await seen()).toEqual(['(2) Seekyou', '/favicon-unread.svg', 2])
  await page.evaluate(`location.hash = '#/talk/204118'`)
  await expect.poll(seen).toEqual(['(2) bob · Seekyou', '/favicon-unread.svg', 2])
  await page.evaluate(`kit.read()`)
  expect(await seen()).toEqual(['bob · Seekyou', '/favicon.svg', 0])
  await page.evaluate(`kit.arrive('three'); stop()`)
  expect(await seen()).toEqual(['Seekyou', '/favicon.svg', 0])
})
