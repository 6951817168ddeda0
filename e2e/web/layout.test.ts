import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { brokenLine, useBrowser } from './browser.ts'
import { signIn } from './sign-in.ts'
import { useWeb } from './start-web.ts'

const browser = useBrowser()
const web = useWeb()

const boxOf = async (place: Locator) => (await place.boundingBox())!

test('a page begins right below its band, and what is said about the line takes no more than its own room', {
  timeout: 60_000,
}, async () => {
  const { page, forgive } = await browser.visitor({ viewport: { width: 1280, height: 800 } })
  forgive(brokenLine)
  await signIn(page, web.server, web.newUin())
  const main = page.getByRole('main')
  for (const hash of ['requests', 'find', 'settings']) {
    await page.goto(`${web.server.url}/#/${hash}`)
    await main.locator('.page h2, .page input').first().waitFor()
    const [band, content] = [await boxOf(main.locator('.head')), await boxOf(main.locator('.page'))]
    expect([hash, content.y, content.y + content.height]).toEqual([
      hash,
      band.y + band.height,
      (await boxOf(main)).y + (await boxOf(main)).height,
    ])
  }
  await page.goto(`${web.server.url}/#/talk/${web.newUin()}`)
  await page.getByRole('log').waitFor()
  await web.server.kill()
  // Nothing lies over it.
  await page.getByRole('button', { name: 'Call now' }).click({ trial: true })
  const [note, log] = [await boxOf(main.locator('.chat__mid > *').last()), await boxOf(main.locator('.scroll-box'))]
  expect(log.y).toBe(note.y + note.height)
})
