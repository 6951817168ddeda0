// Takes the pictures of docs/screenshots: `npm run screenshots`. Everything in them is real: the server, the people on line with
// links of their own, and what they say. `npm run screenshots -- --minutes 11` waits until the administrator's plots are full.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { launchBrowser } from '../../e2e/web/launch-browser.ts'
import { runProgram } from '../run-program.ts'
import { takeAdmin } from './admin-pictures.ts'
import { cameraFor } from './camera.ts'
import { chatter } from './chatter.ts'
import { takeClient, takeReconnecting } from './client-pictures.ts'
import { openTown } from './town.ts'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '0' }, out: { type: 'string' } } })
const folder = values.out ?? join(import.meta.dirname, '../../docs/screenshots')
mkdirSync(folder, { recursive: true })
const { ok, output } = await runProgram('node', [join(import.meta.dirname, '../build-web.ts')])
if (!ok) throw new Error(`the pages cannot be built:\n${output}`)
const browser = await launchBrowser()
const town = await openTown()
const fullAt = performance.now() + Number(values.minutes) * 60_000
const silence = chatter(town)
try {
  const camera = cameraFor(folder)
  const page = await takeClient(browser, town, camera)
  await setTimeout(Math.max(0, fullAt - performance.now()))
  await takeAdmin(browser, town, camera)
  await silence()
  await takeReconnecting(page, town, camera)
} finally {
  await silence()
  await town.close()
  await browser.close()
}
