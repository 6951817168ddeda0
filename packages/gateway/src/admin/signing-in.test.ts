import type { Meet } from '@seekyou/office'
import { expect, test } from 'vitest'
import { openPlace } from '../testing/admin-place.ts'
import { complaint, goodPassword, goodToken, newOffice } from '../testing/office.ts'
import { AdminCounts } from './admin-counts.ts'
import { sessionRoutes } from './session-routes.ts'
import { newSessions } from './sessions.ts'

const right = { name: 'ann', password: goodPassword }
const answer = (status: number, sentence: RegExp) => ({
  status,
  json: { complaint: expect.stringMatching(sentence) },
})

test('without a session nothing is told and nothing is done', async () => {
  const { ask, office } = await openPlace()
  for (const [method, path] of [
    ['GET', '/api/users'],
    ['GET', '/api/status'],
    ['GET', '/api/live'],
    ['GET', '/api/links/1234/packets'],
    ['GET', '/api/backups/seekyou-20260102-030405.db'],
    ['POST', '/api/broadcast'],
    ['DELETE', '/api/users/1234'],
    ['GET', '/api/nothing'],
  ] as const) {
    expect(await ask(method, path)).toMatchObject(answer(401, /^Sign in first\.$/))
    expect(await ask(method, path, { headers: { cookie: 'seekyou_admin=made-up' } })).toMatchObject({ status: 401 })
  }
  expect(await ask('GET', '/api/session')).toMatchObject({ status: 200, json: {} })
  expect(office.met).toEqual([])
})

test('the right password opens a session whose cookie no script reads and no other site sends', async () => {
  const { ask } = await openPlace()
  const { status, headers, json } = await ask('POST', '/api/session', { body: right })
  expect(status).toBe(200)
  expect(json).toEqual({ name: 'ann', csrf: expect.stringMatching(/^[\w-]{43}$/), expiresAt: expect.any(Number) })
  const [cookie] = headers['set-cookie']!
  const parts = cookie!.split('; ')
  expect(parts[0]).toMatch(/^seekyou_admin=[\w-]{43}$/)
  expect(parts.slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict'])
  const again = await ask('GET', '/api/session', { headers: { cookie: parts[0]! } })
  expect(again.json).toEqual(json)
  expect(headers['cache-control']).toBe('no-store')
})

test('a change needs the session’s own proof', async () => {
  const { ask, signIn, office } = await openPlace()
  const [ann, other] = [await signIn(), await signIn()]
  const kick = (headers: Record<string, string>) => ask('POST', '/api/users/1234/kick', { headers })
  expect(await kick({ cookie: ann.cookie })).toMatchObject(answer(403, /x-seekyou-csrf/))
  expect(await kick({ cookie: ann.cookie, 'x-seekyou-csrf': '' })).toMatchObject({ status: 403 })
  expect(await kick({ cookie: ann.cookie, 'x-seekyou-csrf': other.csrf })).toMatchObject({ status: 403 })
  expect(office.met).toEqual([])
  expect(await kick(ann.headers)).toMatchObject({ status: 200, json: {} })
  expect(office.met).toEqual([{ name: 'kickUser', ask: { uin: 1234 }, by: 'ann' }])
})

test('a token needs no proof, and a wrong one is not saved by a cookie', async () => {
  const { ask, signIn, office } = await openPlace()
  const { headers } = await signIn()
  const kick = (more: Record<string, string>) => ask('POST', '/api/users/1234/kick', { headers: more })
  expect(await kick({ authorization: `Bearer ${goodToken}` })).toMatchObject({ status: 200 })
  expect(office.met.at(-1)).toMatchObject({ by: 'token robot' })
  for (const authorization of ['Bearer wrong', `Basic ${goodToken}`, 'Bearer', `Bearer ${'x'.repeat(10_000)}`]) {
    expect(await kick({ ...headers, authorization })).toMatchObject(answer(401, /token is not valid/))
  }
  office.tokens.delete(goodToken)
  expect(await kick({ authorization: `Bearer ${goodToken}` })).toMatchObject({ status: 401 })
})

test('guessing is slowed down, for each name and for many names', async () => {
  const { ask } = await openPlace()
  const guess = (name: string, password = 'a wrong password') =>
    ask('POST', '/api/session', { body: { name, password } })
  const first = await Promise.all(Array.from({ length: 8 }, () => guess('ann')))
  expect(first.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
  const held = await guess('ann', goodPassword)
  expect(held).toMatchObject(answer(429, /^Too many tries have failed: try again in \d+ seconds\.$/))
  expect(Number(held.headers['retry-after'])).toBeGreaterThan(0)
  const many = await Promise.all(Array.from({ length: 40 }, (_, at) => guess(`somebody ${at}`)))
  const looked = many.filter(({ status }) => status === 401).length
  expect(looked).toBeGreaterThanOrEqual(25)
  expect(looked).toBeLessThan(30)
})

test('right passwords are never slowed down', async () => {
  const { ask } = await openPlace()
  for (let round = 0; round < 40; round++)
    expect(await ask('POST', '/api/session', { body: right })).toMatchObject({ status: 200 })
})

test('signing out ends the session in this browser', async () => {
  const { ask, signIn } = await openPlace()
  const [ann, other] = [await signIn(), await signIn()]
  expect(await ask('DELETE', '/api/session', { headers: { cookie: ann.cookie } })).toMatchObject({ status: 403 })
  const out = await ask('DELETE', '/api/session', { headers: ann.headers })
  expect(out.status).toBe(200)
  expect(out.headers['set-cookie']?.[0]).toMatch(/^seekyou_admin=; Max-Age=0; /)
  expect(await ask('GET', '/api/status', { headers: ann.headers })).toMatchObject({ status: 401 })
  expect(await ask('GET', '/api/status', { headers: other.headers })).toMatchObject({ status: 200 })
})

test('a new password signs its administrator out everywhere', async () => {
  const { ask, signIn, office } = await openPlace()
  office.administrators.set('bob', { password: 'another password', createdAt: 1 })
  const [ann, second, bob] = [await signIn(), await signIn(), await signIn('bob', 'another password')]
  const body = { password: 'a better password' }
  expect(await ask('PUT', '/api/administrators/ann/password', { headers: bob.headers, body })).toMatchObject({
    status: 200,
  })
  for (const { headers } of [ann, second])
    expect(await ask('GET', '/api/status', { headers })).toMatchObject({ status: 401 })
  expect(await ask('GET', '/api/status', { headers: bob.headers })).toMatchObject({ status: 200 })
})

test('whoever was removed or given another password on the command line is out as well', async () => {
  const { ask, signIn, office, admin } = await openPlace()
  office.administrators.set('bob', { password: 'another password', createdAt: 1 })
  const [ann, bob] = [await signIn(), await signIn('bob', 'another password')]
  await admin.meet('removeAdministrator', { name: 'bob' })
  expect(await ask('POST', '/api/users/1234/kick', { headers: bob.headers })).toMatchObject({ status: 401 })
  expect(await ask('GET', '/api/status', { headers: ann.headers })).toMatchObject({ status: 200 })
  await admin.meet('setAdministratorPassword', { name: 'Ann', password: 'a better password' })
  expect(await ask('GET', '/api/status', { headers: ann.headers })).toMatchObject({ status: 401 })
})

test('the last administrator stays, and so does their session', async () => {
  const { ask, signIn } = await openPlace()
  const { headers } = await signIn()
  expect(await ask('DELETE', '/api/administrators/ann', { headers })).toMatchObject(answer(409, /last administrator/))
  expect(await ask('GET', '/api/status', { headers })).toMatchObject({ status: 200 })
})

test('a password that is changed while it is checked opens no session', async () => {
  const { meet } = newOffice()
  const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const slow: Meet = async (name, ...rest) => {
    const answer = await meet(name, ...rest)
    if (name !== 'checkAdministrator') return answer
    begun.resolve()
    await ended.promise
    return answer
  }
  const { ask, admin } = await openPlace({ meet: slow })
  const signingIn = ask('POST', '/api/session', { body: right })
  await begun.promise
  await admin.meet('setAdministratorPassword', { name: 'ann', password: 'a better password' })
  ended.resolve()
  expect(await signingIn).toMatchObject({ status: 401 })
})

test('the code of a setup link makes one administrator, once, and is not to be guessed', async () => {
  const { ask, office } = await openPlace()
  const setUp = (code: string) => ask('POST', '/api/setup', { body: { ...right, name: 'carl', code } })
  expect(await setUp('wrong')).toMatchObject(answer(409, /setup link/))
  expect(await setUp('abcd-efgh')).toMatchObject({ status: 200, json: {} })
  expect(office.administrators.has('carl')).toBe(true)
  expect(await setUp('abcd-efgh')).toMatchObject(answer(409, /setup link/))
  const guesses = await Promise.all(Array.from({ length: 20 }, (_, at) => setUp(`guess ${at}`)))
  expect(guesses.filter(({ status }) => status !== 429)).toHaveLength(4)
})

test('a password that is too short does not use up the tries, and the code stays good', async () => {
  const { ask, office } = await openPlace()
  office.handle = () => {
    throw complaint('The password is too short.', { exitCode: 2 })
  }
  const setUp = () => ask('POST', '/api/setup', { body: { ...right, code: 'abcd-efgh' } })
  for (let round = 0; round < 8; round++) expect(await setUp()).toMatchObject({ status: 400 })
})

test('whoever signs in with other capitals is the same administrator', async () => {
  const { ask, office } = await openPlace()
  office.administrators.set('Ёлка', { password: goodPassword, createdAt: 1 })
  const { json } = await ask('POST', '/api/session', { body: { name: 'ЁЛКА', password: goodPassword } })
  expect(json).toMatchObject({ name: 'Ёлка' })
})

test.each([
  [true, undefined],
  [false, 'https://127.0.0.1'],
])('over TLS the cookie stays there: here %s, page from %s', async (hasTls, origin) => {
  const throttle = { pay: () => undefined, forgive: () => {} }
  const sessions = newSessions(Date.now)
  const { meet } = newOffice()
  const routes = sessionRoutes({ sessions, throttle, counts: new AdminCounts(), meet, hasTls })
  const headers = { 'content-type': 'application/json', ...(origin && { origin }) }
  const response = await routes.request('/session', { method: 'POST', headers, body: JSON.stringify(right) })
  expect(response.headers.get('set-cookie')).toMatch(/; Secure/)
})
