// What an administrator's browser and a program with a token can do with the real server, and what nobody else can.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Declared, type RequestName, requests } from '@seekyou/office'
import { beforeAll, expect, test } from 'vitest'
import { adminFlags, type Desk, deskOf, setupCodeOf } from './admin-place.ts'
import { code, messageBody } from './bytes.ts'
import { type Ended, runSeekyou } from './run-seekyou.ts'
import { useServer } from './use-server.ts'

const place = useServer({ users: 24, flags: [...adminFlags, '--registration', 'invite'] })
const run = (...args: string[]): Promise<Ended> => runSeekyou([...args, '--data', place.server.data])
const json = async (...args: string[]): Promise<unknown> => {
  const { stdout, stderr } = await run(...args, '--json')
  if (stderr !== '') throw new Error(stderr)
  return JSON.parse(stdout)
}
const ann = { name: 'ann', password: 'correct horse battery' }
let nobody: Desk
let desk: Desk

beforeAll(async () => {
  nobody = deskOf(place.server)
  const setUp = { ...ann, code: await setupCodeOf(place.server) }
  expect(await nobody.ask('POST', '/api/setup', { ...setUp, password: 'too short' })).toMatchObject({ status: 400 })
  expect(await nobody.ask('POST', '/api/setup', setUp)).toMatchObject({ status: 200, json: {} })
  expect(await nobody.ask('POST', '/api/setup', { ...setUp, name: 'bob' })).toMatchObject({ status: 409 })
  desk = await nobody.signIn(ann.name, ann.password)
})

test('a setup link is printed where somebody sees it and nowhere else, and its code opens nothing else', async () => {
  expect(place.server.greeting).toMatch(/^Become administrator npx seekyou admin link/m)
  expect(place.server.greeting).not.toContain('/setup#')
  const setupCode = await setupCodeOf(place.server)
  expect(await nobody.with({ authorization: `Bearer ${setupCode}` }).ask('GET', '/api/status')).toMatchObject({
    status: 401,
  })
})

test('an account has the same life over HTTP as on the command line', async () => {
  const uin = 300_001
  const path = `/api/users/${uin}`
  expect(
    (await desk.ask('POST', '/api/users', { uin, nick: 'Ёжик', password: 'secret', codePage: 'windows-1251' })).json,
  ).toEqual({ uin })
  expect((await desk.get(path)).user).toEqual(await json('user', 'show', String(uin)))
  expect(await desk.ask('POST', '/api/users', { uin, nick: 'again', password: 'secret' })).toMatchObject({
    status: 409,
  })
  expect(await desk.ask('PATCH', path, { first: 'Anna', storedMax: 5 })).toMatchObject({ status: 200 })
  expect(await json('user', 'show', String(uin))).toMatchObject({ first: 'Anna', storedMax: 5 })
  await desk.ask('POST', `${path}/ban`, { reason: 'advertisements' })
  expect((await desk.get('/api/users?only=banned')).rows).toMatchObject([{ uin, ban: { reason: 'advertisements' } }])
  await desk.ask('DELETE', `${path}/ban`)
  expect(await desk.ask('DELETE', `${path}/ban`)).toMatchObject({ status: 409 })
  expect((await desk.ask('DELETE', path)).json).toEqual({ leavesAt: expect.any(Number) })
  expect((await desk.get('/api/users?only=leaving')).total).toBe(1)
  await desk.ask('POST', `${path}/restore`)
  expect((await desk.ask('DELETE', `${path}?now=true`)).json).toEqual({})
  expect(await desk.ask('GET', path)).toMatchObject({ status: 404, json: { complaint: expect.stringMatching(/\.$/) } })
})

test('who is on line is seen, found, and signed off', async () => {
  const client = await place.signedOn()
  const { rows } = await desk.get('/api/links')
  expect(rows).toContainEqual(
    expect.objectContaining({ uin: client.uin, over: 'udp', address: `127.0.0.1:${client.port}`, status: 'online' }),
  )
  expect((await desk.get(`/api/users?text=${client.uin}`)).rows).toMatchObject([{ uin: client.uin, isOnline: true }])
  expect(await desk.ask('POST', `/api/users/${client.uin}/kick`)).toMatchObject({ status: 200 })
  await client.expect(code.forcedOffline)
  expect(await desk.ask('POST', `/api/users/${client.uin}/kick`)).toMatchObject({ status: 409 })
})

test('invites, the registration mode and a broadcast', async () => {
  const { json: invite } = await desk.ask('POST', '/api/invites', { uses: 2 })
  const { code: made } = invite as { code: string }
  expect((await desk.get('/api/invites')).invites).toContainEqual(expect.objectContaining({ code: made, usesLeft: 2 }))
  expect(await desk.ask('DELETE', `/api/invites/${made}`)).toMatchObject({ status: 200 })
  expect(await desk.ask('DELETE', `/api/invites/${made}`)).toMatchObject({ status: 404 })
  expect(await desk.get('/api/registration')).toEqual({ mode: 'invite', isFixed: true })
  await desk.ask('PUT', '/api/registration', { mode: 'open' })
  expect(await desk.get('/api/registration')).toMatchObject({ mode: 'open' })
  const client = await place.signedOn()
  const told = await desk.ask('POST', '/api/broadcast', { text: 'Hello', absent: false, system: false })
  expect(told.json).toMatchObject({ online: expect.any(Number), refused: 0 })
  await client.expect(code.message)
})

test('a backup is written, listed, and comes as a database that opens', async () => {
  const { json: written } = await desk.ask('POST', '/api/backups')
  const { name, bytes } = written as { name: string; bytes: number }
  expect((await desk.get('/api/backups')).rows).toMatchObject([{ name, bytes }])
  const response = await fetch(`${desk.url}/api/backups/${name}`, { headers: desk.headers })
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
  const file = join(place.server.data, 'fetched.db')
  writeFileSync(file, new Uint8Array(await response.arrayBuffer()))
  const database = new DatabaseSync(file, { readOnly: true })
  expect(database.prepare('SELECT count(*) AS count FROM accounts').get()).toMatchObject({ count: 24 })
  database.close()
  expect((await fetch(`${desk.url}/api/backups/${name}`)).status).toBe(401)
})

test('a token does what an administrator does, until it is withdrawn', async () => {
  const { json: made } = await desk.ask('POST', '/api/tokens', { name: 'robot' })
  const robot = nobody.with({ authorization: `Bearer ${(made as { token: string }).token}` })
  const uin = place.newUin()
  expect(await robot.ask('POST', `/api/users/${uin}/ban`, { reason: 'a test' })).toMatchObject({ status: 200 })
  expect((await robot.get('/api/audit?count=1')).rows).toMatchObject([
    { by: 'token robot', what: 'banUser', whom: String(uin) },
  ])
  expect(await desk.ask('DELETE', '/api/tokens/robot')).toMatchObject({ status: 200 })
  expect(await robot.ask('GET', '/api/status')).toMatchObject({ status: 401 })
})

test('an administrator who is removed, or given another password, on the command line is out of every browser', async () => {
  const bob = { name: 'bob', password: 'another long password' }
  expect(await desk.ask('POST', '/api/administrators', bob)).toMatchObject({ status: 200 })
  const first = await nobody.signIn(bob.name, bob.password)
  expect(
    await desk.ask('PUT', '/api/administrators/bob/password', { password: 'a third long password' }),
  ).toMatchObject({ status: 200 })
  expect(await first.ask('GET', '/api/status')).toMatchObject({ status: 401 })
  const second = await nobody.signIn(bob.name, 'a third long password')
  expect(await run('admin', 'remove', 'bob')).toMatchObject({ exitCode: 0 })
  expect(await second.ask('POST', '/api/backups')).toMatchObject({ status: 401 })
  expect(await desk.ask('GET', '/api/status')).toMatchObject({ status: 200 })
  expect(await desk.ask('DELETE', '/api/administrators/ann')).toMatchObject({ status: 409 })
  expect(await run('admin', 'remove', 'ann')).toMatchObject({ exitCode: 1 })
})

test('the packets of a link are told as they pass, without a word of what is said', async () => {
  const [client, friend] = await Promise.all([place.signedOn(), place.signedOn()])
  const leaving = new AbortController()
  const url = `${desk.url}/api/links/${client.uin}/packets`
  const response = await fetch(url, { headers: desk.headers, signal: leaving.signal })
  const events = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  await client.command(code.sendMessage, messageBody(friend.uin, 'nobody else may read this'))
  let text = ''
  while (!text.includes('"direction":"out"')) text += (await events.read()).value ?? ''
  leaving.abort()
  expect(text).toContain('"name":"sendMessage"')
  expect(text).toContain('•• ••')
  expect(text).not.toContain('nobody else')
  expect(text.toLowerCase()).not.toContain(
    Buffer.from('nobody')
      .toString('hex')
      .replace(/..(?=.)/g, '$& '),
  )
})

test('everything that can be asked is in the document, and reading answers what is declared', async () => {
  const { json: document } = await nobody.ask('GET', '/api/openapi.json')
  const { paths } = document as { paths: Record<string, Record<string, { operationId: string }>> }
  for (const [name, { http, answer }] of Object.entries<Declared>(requests) as [RequestName, Declared][]) {
    if (!http) continue
    expect(paths[http.path]?.[http.method]?.operationId).toBe(name)
    if (http.method !== 'get' || http.path.includes('{')) continue
    expect([name, answer.safeParse(await desk.get(`/api${http.path}`)).error]).toEqual([name, undefined])
  }
})

test('health, readiness and metrics', async () => {
  expect(await nobody.ask('GET', '/healthz')).toMatchObject({ status: 200 })
  expect(await nobody.ask('GET', '/readyz')).toMatchObject({ status: 200 })
  const before = await nobody.ask('GET', '/metrics')
  await place.signedOn()
  const after = await nobody.ask('GET', '/metrics')
  const online = ({ text }: { text: string }) => Number(/^seekyou_online (\d+)$/m.exec(text)?.[1])
  expect(online(after)).toBe(online(before) + 1)
  expect(after.text).toMatch(/^seekyou_datagrams_in_total [1-9]\d*$/m)
})
