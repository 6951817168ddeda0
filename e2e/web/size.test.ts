// How much script a visitor waits for, as it comes over the line: from the real server, compressed.
import type { Page, Request } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from './browser.ts'
import { signIn } from './sign-in.ts'
import { useWeb } from './start-web.ts'

const browser = useBrowser()
const web = useWeb()
const kilobyte = 1024

test('the first load is at most 120 KB of compressed script, the main page with nothing kept at most 150 KB', async ({
  annotate,
}) => {
  // What the service worker keeps for later does not make anybody wait.
  const { page, context } = await browser.visitor({ serviceWorkers: 'block' })
  const scripts = scriptsOf(page)
  await page.goto(web.server.url)
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  const atTheDoor = await bytesOf(scripts)
  await signIn(page, web.server, web.newUin(), { isRemembered: true })

  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.clearBrowserCache')
  scripts.clear()
  await page.reload()
  await page.getByRole('searchbox', { name: 'Search contacts and history' }).waitFor()
  await page.getByText(/round trip/).waitFor()
  const inside = await bytesOf(scripts)

  await annotate(`compressed script: ${atTheDoor} bytes at the door, ${inside} bytes inside`)
  // Less than React alone would mean that something was not counted.
  for (const size of [atTheDoor, inside]) expect(size).toBeGreaterThan(50 * kilobyte)
  expect(atTheDoor).toBeLessThanOrEqual(120 * kilobyte)
  expect(inside).toBeLessThanOrEqual(150 * kilobyte)
})

/** The scripts that a page has asked for, by their addresses. */
function scriptsOf(page: Page): Map<string, Request> {
  const scripts = new Map<string, Request>()
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('.js')) scripts.set(request.url(), request)
  })
  return scripts
}

/** The bodies as they came over the line, in bytes. */
async function bytesOf(scripts: ReadonlyMap<string, Request>): Promise<number> {
  const sizes = await Promise.all(
    [...scripts.values()].map(async (request) => {
      await request.response().then((response) => response?.finished())
      return (await request.sizes()).responseBodySize
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
