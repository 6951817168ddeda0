import { expect, test } from 'vitest'
import { brokenLine, useBrowser } from './browser.ts'
import { signIn } from './sign-in.ts'
import { useWeb } from './start-web.ts'

const browser = useBrowser()
const web = useWeb()
/** The name changes with what is in the file, so browsers keep it. */
const symbolsPath = /^\/assets\/symbols-[\w-]+\.svg/

test('without a line the program opens, and the history can be read', { timeout: 60_000 }, async () => {
  const { page, context, forgive } = await browser.visitor()
  forgive(brokenLine)
  const uin = web.newUin()
  await signIn(page, web.server, uin, { isRemembered: true })
  await page.goto(`${web.server.url}/#/talk/${uin}`)
  await page.getByRole('textbox', { name: /^Message to/ }).fill('kept for later')
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('kept for later').nth(1).waitFor()
  await page.evaluate('navigator.serviceWorker.ready.then(() => {})')

  await context.setOffline(true)
  await page.reload()
  await page.getByRole('log').getByText('kept for later').first().waitFor()
  // A page that was never opened is there, too.
  await page.goto(`${web.server.url}/#/settings`)
  await page.getByRole('heading', { name: 'Settings' }).waitFor()
})

test('the worker keeps the files of the client, and nothing of the administrators', async () => {
  const { page } = await browser.visitor()
  await page.goto(web.server.url)
  await page.evaluate('navigator.serviceWorker.ready.then(() => {})')
  const kept = await page.evaluate<string[]>(
    `(async () => {
      const paths = []
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname)
      return paths
    })()`,
  )
  expect(kept).toEqual(
    expect.arrayContaining(['/', '/taste.js', '/favicon-unread.svg', expect.stringMatching(symbolsPath)]),
  )
  expect(kept.filter((path) => path.startsWith('/assets/')).length).toBeGreaterThan(10)
  expect(kept.filter((path) => /admin|server\.json|datagrams/.test(path))).toEqual([])
})

test('symbols are drawn without asking the server again, also where there is no worker', async () => {
  const { page } = await browser.visitor()
  await page.goto(web.server.url)
  const href = await page.locator('use').first().getAttribute('href')
  expect(href).toMatch(symbolsPath)
  const answer = await fetch(new URL(href!, web.server.url))
  expect(answer.headers.get('cache-control')).toMatch(/immutable/)
  expect(answer.headers.get('content-type')).toMatch(/^image\/svg/)
})

test('a newer version is offered, and started when it is wanted', async () => {
  const { page } = await browser.visitor()
  await signIn(page, web.server, web.newUin(), { isRemembered: true })
  await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true)
  const update = page.getByRole('button', { name: 'Start it' })
  expect(await update.count()).toBe(0)

  // Under another address it is another version.
  await page.evaluate(`navigator.serviceWorker.register('/sw.js?newer')`)
  await update.waitFor()
  expect(await page.evaluate('navigator.serviceWorker.controller.scriptURL')).toMatch(/sw\.js$/)
  const before = await page.evaluate('performance.timeOrigin')
  await update.click()
  await expect.poll(() => page.evaluate('performance.timeOrigin').catch(() => before)).not.toBe(before)
  expect(await page.evaluate('navigator.serviceWorker.controller.scriptURL')).toMatch(/newer$/)
})

test('the program can be installed', async () => {
  const { page } = await browser.visitor()
  await page.goto(web.server.url)
  const manifest = await page.evaluate<{ icons: { src: string; sizes: string; type: string }[]; start_url: string }>(
    `fetch(document.querySelector('link[rel=manifest]').href).then((response) => response.json())`,
  )
  expect(manifest.start_url).toBe('/')
  for (const { src, sizes, type } of manifest.icons) {
    const seen = await page.evaluate<string[]>(
      `(async () => {
        const response = await fetch('${src}')
        const picture = new Image()
        picture.src = '${src}'
        await picture.decode()
        return [response.headers.get('content-type').split(';')[0], picture.naturalWidth + 'x' + picture.naturalHeight]
      })()`,
    )
    expect(seen[0]).toBe(type)
    if (sizes !== 'any') expect(seen[1]).toBe(sizes)
  }
})
