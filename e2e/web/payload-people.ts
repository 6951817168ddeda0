// People whose names, texts and passed-on contacts are payloads, and what looks for their effect.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { code, join, messageBody, str, u8, u16 } from '../bytes.ts'
import { type Endpoint, RawClient } from '../raw-client.ts'
import { runSeekyou } from '../run-seekyou.ts'
import { cheapHashes, password } from '../started-server.ts'
import { payloads } from './payloads.ts'

const first = 500_000
const kinds = { text: 1, url: 4, request: 6, refusal: 7, added: 0x0c, contacts: 0x13 }

/** The number of whoever is called like this payload. */
export const uinOf = (payload: string): number => first + payloads.indexOf(payload)

/** What a name can be: the command line refuses letters that a code page lacks. */
const nameFrom = (payload: string): string => payload.replaceAll(/[^\x20-\x7e]/g, '')

/** Makes an account for each payload, with it in every field. */
export async function importPayloadPeople(data: string): Promise<void> {
  const rows = payloads.map((payload) => {
    const name = nameFrom(payload)
    return JSON.stringify({
      uin: uinOf(payload),
      password,
      nick: name,
      first: name,
      last: name,
      email: name,
      publishEmail: true,
    })
  })
  const args = ['user', 'import', '-', '--data', data, ...cheapHashes]
  const { exitCode, stderr } = await runSeekyou(args, { input: `${rows.join('\n')}\n` })
  expect(exitCode, stderr).toBe(0)
}

/** Whoever is called so tells it about themselves, and to somebody in every kind of message. Resolves when the server has everything. */
export async function write(server: Endpoint, payload: string, to: number): Promise<void> {
  const client = await RawClient.open(server)
  try {
    await client.login(uinOf(payload), password)
    // Fields of one message are divided by FE.
    const fields = (...texts: string[]): string => texts.join('\u00fe')
    const person = fields(payload, payload, payload, payload, '0', payload)
    await Promise.all([
      client.command(code.updateExtInfo, longProfile(payload)),
      client.command(code.sendMessage, messageBody(to, payload)),
      client.command(code.sendMessage, messageBody(to, fields(payload, payload), kinds.url)),
      client.command(code.sendMessage, messageBody(to, fields('1', '100001', payload, ''), kinds.contacts)),
      client.command(code.sendMessage, messageBody(to, person, kinds.request)),
      client.command(code.sendMessage, messageBody(to, payload, kinds.refusal)),
      client.command(code.sendMessage, messageBody(to, person, kinds.added)),
    ])
  } finally {
    await client.close()
  }
}

const longProfile = (payload: string): Buffer => {
  const text = str(payload)
  return join(u16(1), text, u16(49), u8(0), text, u16(30), u8(1), text, text, text)
}

/** Nothing has run, and nothing on the page could. */
export async function expectNoEffect(page: Page): Promise<void> {
  expect(await page.evaluate('[window.x, window.isAdmin, ({}).isAdmin]')).toEqual([undefined, undefined, undefined])
  expect(await page.evaluate(`(${whatCouldRun})()`)).toEqual([])
}

/**
 * Goes to one route of the client after the other, without loading the page anew. A page is there when `isThere`, a JavaScript
 * expression about `uin`, the number in the route, is true. Returns what could run on any of them.
 */
export const visit = (page: Page, routes: readonly string[], isThere: string): Promise<unknown> =>
  page.evaluate(`(async () => {
    const found = []
    for (const route of ${JSON.stringify(routes)}) {
      const uin = /\\d+/.exec(route)?.[0]
      const end = performance.now() + 15_000
      location.hash = route
      do {
        await new Promise((resume) => setTimeout(resume))
        if (performance.now() > end) throw new Error(route + ' does not come: ' + document.querySelector('main')?.innerText)
      } while (!(${isThere}))
      found.push(...(${whatCouldRun})())
    }
    return found
  })()`)

/** In a page: elements that React does not make here, attributes that run something, and links to what is no page. */
const whatCouldRun = `() => [
  ...document.querySelectorAll('body script, iframe, object, embed, base, animate, body style, body img:not([src^="/"]), video, math, template'),
  ...[...document.querySelectorAll('*')].filter((element) => element.getAttributeNames().some((name) => /^on|^srcdoc$/.test(name))),
  ...[...document.querySelectorAll('a[href]')].filter((link) => !/^(https?:|#|\\/)/.test(link.getAttribute('href'))),
].map(({ outerHTML }) => outerHTML)`
