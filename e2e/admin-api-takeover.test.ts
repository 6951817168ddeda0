// A page from another port of the same machine, to which a browser sends the administrator's cookie along, and which does with it
// whatever a page can do.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { adminFlags, deskOf, setupCodeOf } from './admin-place.ts'
import { useServer } from './use-server.ts'
import { useBrowser } from './web/browser.ts'

const place = useServer({ users: 4, flags: adminFlags })
const { visitor } = useBrowser()
const ann = { name: 'ann', password: 'correct horse battery' }

test('another page of the same browser can neither use the session nor read anything, and is in no frame with ours', async () => {
  const uin = place.newUin()
  const nobody = deskOf(place.server)
  await nobody.ask('POST', '/api/setup', { code: await setupCodeOf(place.server), ...ann })
  const desk = await nobody.signIn(ann.name, ann.password)
  const lines = async () => (await desk.get('/api/audit?count=500')).rows
  const { page, newTab, forgive, context } = await visitor()
  // The page that attacks is told by its browser that it may not.
  forgive(/./)
  await page.goto(`${nobody.url}/api/openapi.json`)
  const signIn = async (body: object): Promise<number> => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify(body) })).status
  }
  expect(await page.evaluate(signIn, ann)).toBe(200)
  expect(await page.evaluate(async () => (await fetch('/api/users')).status)).toBe(200)
  expect(await page.evaluate('document.cookie')).toBe('')
  const before = await lines()

  const foreign = await newTab()
  await foreign.goto(await foreignPage())
  expect((await context.cookies(foreign.url())).map(({ name }) => name)).toEqual(['seekyou_admin'])
  const aim = JSON.stringify({ url: nobody.url, uin })
  expect(await foreign.evaluate(`(${attack})(${aim})`)).toEqual({ read: [], heard: [] })
  const shown = await Promise.all(foreign.frames().map((frame) => frame.content()))
  expect(shown.join()).not.toMatch(/complaint|<title>Seekyou/)
  expect(await lines()).toEqual(before)
  expect((await desk.get(`/api/users/${uin}`)).user).not.toHaveProperty('ban')
})

/** Runs in the foreign page: everything that might be done with the cookie. Tells what it could read or hear. */
const attack = `async ({ url, uin }) => {
  const read = []
  for (const [method, path, body] of [
    ['POST', '/api/users/' + uin + '/ban', { reason: 'taken over' }],
    ['DELETE', '/api/users/' + uin + '?now=true'],
    ['POST', '/api/administrators', { name: 'mallory', password: 'mallory was here' }],
    ['POST', '/api/backups', {}],
    ['GET', '/api/users'],
    ['GET', '/api/session'],
    ['GET', '/metrics'],
  ]) {
    for (const [mode, type] of [['no-cors', 'text/plain'], ['cors', 'application/json']]) {
      const headers = { 'content-type': type, ...(mode === 'cors' && { 'x-seekyou-csrf': '' }) }
      const text = await fetch(url + path, { method, mode, credentials: 'include', headers, body: JSON.stringify(body) })
        .then((response) => response.text(), () => '')
      if (text !== '') read.push(method + ' ' + path + ': ' + text)
    }
  }
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties)
  const settled = (element) => new Promise((resolve) => {
    element.addEventListener('load', resolve, { once: true })
    element.addEventListener('error', resolve, { once: true })
    if (!element.isConnected) document.body.append(element)
  })
  const target = make('iframe', { name: 'target', src: 'about:blank' })
  await settled(target)
  const form = make('form', { method: 'post', target: 'target', enctype: 'text/plain', action: url + '/api/users/' + uin + '/ban' })
  form.append(make('input', { name: '{"reason":"taken over","x":"', value: '"}' }))
  document.body.append(form)
  form.submit()
  await settled(target)
  await settled(make('iframe', { src: url }))
  await settled(make('script', { src: url + '/api/users' }))
  const heard = []
  const source = new EventSource(url + '/api/live', { withCredentials: true })
  source.addEventListener('status', ({ data }) => heard.push(data))
  await new Promise((resolve) => source.addEventListener('error', resolve, { once: true }))
  source.close()
  return { read, heard }
}`

/** A page that forbids itself nothing. */
async function foreignPage(): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<!doctype html><title>Elsewhere</title><body></body>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
