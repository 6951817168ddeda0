import { rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openPages } from './pages.ts'
import { builtPages } from './testing/built-pages.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

type Finish = Parameters<typeof builtPages>[0]

function site(onTestFinished: Finish) {
  const built = builtPages(onTestFinished)
  built.build()
  const pages = openPages({ folder: built.app, index: 'index.html', without: ['admin.html'] })
  const ask = (path: string, headers: Record<string, string> = {}) => pages.answer(path, new Headers(headers))
  return { ...built, ask }
}

test('each file has its type, and only assets are kept for ever', async ({ onTestFinished }) => {
  const { ask } = site(onTestFinished)
  const said = async (path: string) => {
    const { status, headers } = await ask(path)
    return [status, headers.get('content-type'), headers.get('cache-control')]
  }
  const [once, forEver] = ['no-cache', 'public, max-age=31536000, immutable']
  expect(await said('/')).toEqual([200, 'text/html; charset=utf-8', once])
  expect(await said('/index.html')).toEqual([200, 'text/html; charset=utf-8', once])
  expect(await said('/manifest.webmanifest')).toEqual([200, 'application/manifest+json; charset=utf-8', once])
  expect(await said('/assets/client-1.js')).toEqual([200, 'text/javascript; charset=utf-8', forEver])
  expect(await said('/assets/face-1.woff2')).toEqual([200, 'font/woff2', forEver])
})

test('a place within the application is the application; a file that is not there is not', async ({
  onTestFinished,
}) => {
  const { ask } = site(onTestFinished)
  expect(await (await ask('/talk/204118')).text()).toContain('the application')
  expect((await ask('/assets/gone')).status).toBe(404)
  expect((await ask('/gone.js')).status).toBe(404)
})

test.each([
  '/admin.html',
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '//secret.txt',
  '/%00secret.txt',
  '/%E0%A4%A',
  '/assets\\..\\..\\secret.txt',
])('%s is not handed out', async (path) => {
  const finish: (() => unknown)[] = []
  const { ask } = site((act) => finish.push(act as () => unknown))
  const answer = await ask(path)
  expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('There is no such page.')])
  for (const act of finish) await act()
})

test('scripts are packed for whoever takes it', async ({ onTestFinished }) => {
  const { ask } = site(onTestFinished)
  const plain = await (await ask('/assets/client-1.js')).text()
  const get = async (accepted: string) => {
    const answer = await ask('/assets/client-1.js', { 'accept-encoding': accepted })
    return { encoding: answer.headers.get('content-encoding'), body: Buffer.from(await answer.arrayBuffer()) }
  }
  const best = await get('gzip, deflate, br')
  expect([best.encoding, brotliDecompressSync(best.body).toString()]).toEqual(['br', plain])
  expect(best.body.length).toBeLessThan(plain.length / 10)
  const other = await get('gzip;q=0.5, br;q=0')
  expect([other.encoding, gunzipSync(other.body).toString()]).toEqual(['gzip', plain])
  expect((await get('identity')).encoding).toBeNull()
  expect((await ask('/assets/face-1.woff2', { 'accept-encoding': 'br' })).headers.get('content-encoding')).toBeNull()
})

test('who knows a page already is told so', async ({ onTestFinished }) => {
  const { ask } = site(onTestFinished)
  const tag = (await ask('/')).headers.get('etag')!
  const again = await ask('/', { 'if-none-match': `W/"x", ${tag}` })
  expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, ''])
  expect((await ask('/', { 'if-none-match': '"x"' })).status).toBe(200)
  const packed = (await ask('/assets/client-1.js', { 'accept-encoding': 'br' })).headers.get('etag')
  expect(packed).not.toBe((await ask('/assets/client-1.js')).headers.get('etag'))
})

test('pages may be built, and built anew, while the server runs', async ({ onTestFinished }) => {
  const { app, build, write } = builtPages(onTestFinished)
  const pages = openPages({ folder: app, index: 'index.html', without: [] })
  const ask = async (path = '/') => {
    vi.advanceTimersByTime(1_000)
    const answer = await pages.answer(path, new Headers())
    return `${answer.status} ${(await answer.text()).replaceAll(/<[^>]*>/g, '').trim()}`
  }
  expect(await ask()).toBe('503 SeekyouThe web pages have not been built: npm run build')
  build()
  expect(await ask()).toBe('200 the application')
  write('index.html', '<!doctype html><title>the next one</title>')
  utimesSync(join(app, 'index.html'), 1, 1)
  expect(await ask()).toBe('200 the next one')
  write('assets/late.js', 'late')
  expect(await ask('/assets/late.js')).toMatch(/^404/)
  expect(await ask('/assets/late.js')).toBe('200 late')
  rmSync(app, { recursive: true })
  expect(await ask()).toMatch(/^503/)
})
