// From the Enter key of one browser to the words in another one: `node bench/web/main.ts [MESSAGES]`. Two pages in one Chromium, one real
// server, loopback; both times are of the same clock.
import type { Page } from 'playwright-core'
import {
  importUsers,
  newDataFolder,
  removeDataFolder,
  type StartedServer,
  startServer,
} from '../../e2e/started-server.ts'
import { launchBrowser } from '../../e2e/web/launch-browser.ts'
import { signIn } from '../../e2e/web/sign-in.ts'

const count = Number(process.argv[2] ?? 200)
const uins = [100_001, 100_002] as const
/** The aim, in milliseconds. */
const aimMs = 100

const data = await newDataFolder()
await importUsers(data, uins[0], 2)
const server = await startServer(data, { flags: ['--http', '127.0.0.1:0', '--limits', 'off'] })
const browser = await launchBrowser()
try {
  const pages = [await open(server, uins[0], uins[1]), await open(server, uins[1], uins[0])] as const
  const times: number[] = []
  for (let index = 0; index < count; index++) times.push(await measure(pages[0], pages[1], `message ${index}, the end`))
  times.sort((a, b) => a - b)
  const at = (part: number): string => times[Math.ceil(part * times.length) - 1]!.toFixed(1)
  console.log(`${count} messages from browser to browser, ms until the words are on the other page`)
  console.log(`p50 ${at(0.5)}  p90 ${at(0.9)}  p99 ${at(0.99)}  max ${at(1)}  (aim: ${aimMs})`)
} finally {
  await browser.close()
  await server.stop()
  await removeDataFolder(data)
}

/** Somebody who is signed in and looks at the conversation with the other one. */
async function open({ http }: StartedServer, uin: number, other: number): Promise<Page> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const url = `http://${http}`
  await signIn(page, { url }, uin)
  await page.goto(`${url}/#/talk/${other}`)
  await page.getByRole('textbox', { name: /^Message to/ }).waitFor()
  return page
}

async function measure(from: Page, to: Page, text: string): Promise<number> {
  const shown = to.evaluate<number>(
    `new Promise((resolve) => {
      const log = document.querySelector('[role=log]')
      const look = () => {
        if (!log.textContent.includes(${JSON.stringify(text)})) return
        watcher.disconnect()
        resolve(performance.timeOrigin + performance.now())
      }
      const watcher = new MutationObserver(look)
      watcher.observe(log, { childList: true, subtree: true, characterData: true })
      look()
    })`,
  )
  await from.getByRole('textbox', { name: /^Message to/ }).fill(text)
  const pressedAt = await from.evaluate<number>('performance.timeOrigin + performance.now()')
  await from.keyboard.press('Enter')
  return (await shown) - pressedAt
}
