import { expect, test } from 'vitest'
import { openPlace } from '../testing/admin-place.ts'

test('names that somebody may have made point here are not ours', async () => {
  const { ask, port } = await openPlace({ hosts: ['chat.example.org'] })
  const at = (host: string, path = '/api/session') => ask('GET', path, { headers: { host } })
  for (const host of [
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    '[::1]:8081',
    '203.0.113.7',
    'Chat.Example.org:443',
    'admin.chat.example.org',
  ]) {
    expect([host, (await at(host)).status]).toEqual([host, 200])
  }
  for (const host of [
    'evil.example',
    'example.org',
    'evilchat.example.org',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example:8081',
  ]) {
    expect([host, (await at(host)).status]).toEqual([host, 421])
    expect([host, (await at(host, '/metrics')).status]).toEqual([host, 421])
    expect([host, (await at(host, '/')).status]).toEqual([host, 421])
  }
  expect((await at('evil.example')).json).toEqual({
    complaint: expect.stringMatching(/^This server does not go by that/),
  })
})

test('a page of another site, or of the chat on the same machine, cannot use the session', async () => {
  const { ask, signIn, office, port } = await openPlace()
  const { headers } = await signIn()
  const kick = (more: Record<string, string>) =>
    ask('POST', '/api/users/1234/kick', { headers: { ...headers, ...more } })
  for (const foreign of [
    { origin: 'https://evil.example' },
    { origin: 'http://127.0.0.1:8080' },
    { origin: 'http://localhost:8080' },
    { origin: 'null' },
    { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    expect(await kick(foreign)).toMatchObject({ status: 403 })
    expect(await ask('GET', '/api/users', { headers: { ...headers, ...foreign } })).toMatchObject({ status: 403 })
  }
  expect(office.met).toEqual([])
  expect(await kick({ origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' })).toMatchObject({
    status: 200,
  })
})

test('a form of another site cannot sign anybody in or set anything up', async () => {
  const { ask } = await openPlace()
  const body = '{"name":"ann","password":"a long password"}'
  for (const path of ['/api/session', '/api/setup']) {
    expect(await ask('POST', path, { body, headers: { origin: 'https://evil.example' } })).toMatchObject({
      status: 403,
    })
    expect(await ask('POST', path, { body, headers: { 'content-type': 'text/plain' } })).toMatchObject({ status: 415 })
  }
})

test('no answer lets another site read it, and every one carries the security headers', async () => {
  const { ask } = await openPlace()
  const foreign = { origin: 'https://evil.example' }
  const asked = [
    ask('GET', '/'),
    ask('GET', '/healthz', { headers: foreign }),
    ask('GET', '/metrics', { headers: foreign }),
    ask('GET', '/api/session', { headers: foreign }),
    ask('OPTIONS', '/api/session', { headers: { ...foreign, 'access-control-request-method': 'POST' } }),
  ]
  for (const { headers } of await Promise.all(asked)) {
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers['x-frame-options']).toBe('DENY')
  }
})

test('the pages are the administrators’ own, at every place in them', async () => {
  const { ask } = await openPlace()
  for (const path of ['/', '/setup', '/admin.html']) {
    expect(await ask('GET', path)).toMatchObject({ status: 200, text: expect.stringContaining('<title>Admin') })
  }
  expect(await ask('GET', '/index.html')).toMatchObject({ status: 404 })
  for (const path of ['/assets/../../../etc/hosts', '/%2e%2e/%2e%2e/etc/hosts', '/..%2f..%2fetc%2fhosts']) {
    expect((await ask('GET', path)).text).not.toContain('localhost')
  }
})
