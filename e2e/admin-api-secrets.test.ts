// Where the administrators' secrets must never be found: in what the program writes to its log, at its most talkative, and in its files.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { adminFlags, deskOf, setupCodeOf } from './admin-place.ts'
import { runSeekyou } from './run-seekyou.ts'
import { importUsers, newDataFolder, password, removeDataFolder, startServer } from './started-server.ts'

const flags = [...adminFlags, '--log', 'debug']

test('no password, code, cookie, proof or token of an administrator is in the log or in a file', async () => {
  const data = await newDataFolder()
  await importUsers(data, 100_001, 1)
  const server = await startServer(data, { flags })
  const nobody = deskOf(server)
  const first = await setupCodeOf(server)
  const { stdout } = await runSeekyou(['admin', 'link', '--data', data])
  const code = /\/setup#(\S+)/.exec(stdout)?.[1] as string
  expect(await nobody.ask('POST', '/api/setup', { code: first, ...ann })).toMatchObject({ status: 409 })
  expect(await nobody.ask('POST', '/api/setup', { code, ...ann })).toMatchObject({ status: 200 })
  expect(await nobody.ask('POST', '/api/session', { ...ann, password: guess })).toMatchObject({ status: 401 })
  expect(await nobody.ask('POST', '/api/session', { name: 'ann', password: 5 })).toMatchObject({ status: 400 })
  const desk = await nobody.signIn(ann.name, ann.password)
  const { json } = await desk.ask('POST', '/api/tokens', { name: 'robot' })
  const { token } = json as { token: string }
  await nobody.with({ authorization: `Bearer ${token}` }).get('/api/status')
  await nobody.with({ authorization: `Bearer ${token}x` }).ask('GET', '/api/status')
  await desk.ask('POST', '/api/users', { uin: 200_001, nick: 'bob', password: own })
  await desk.ask('POST', '/api/users', { uin: 200_001, nick: 'bob', password: own })
  await desk.ask('PATCH', '/api/users/200001', { password: own, nonsense: guess })
  await desk.ask('PUT', '/api/administrators/ann/password', { password: later })
  const { stdout: said, stderr } = await server.stop()
  const again = await startServer(data, { flags })
  const ended = await again.stop()
  const files = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
    .join()
  await removeDataFolder(data)

  const log = `${stderr}${ended.stderr}${said}${ended.stdout}`
  expect(stderr).toContain('"msg"')
  expect(ended.stdout).not.toContain('/setup#')
  const cookie = desk.headers.cookie?.split('=')[1] as string
  const proof = desk.headers['x-seekyou-csrf'] as string
  for (const secret of [first, code, ann.password, guess, later, own, token, cookie, proof, password]) {
    expect(log).not.toContain(secret)
    expect(files).not.toContain(secret)
  }
})

const ann = { name: 'ann', password: 'vq7 kxwz pjh4' }
const guess = 'zzk9 wqvx m3jf'
const later = 'hx2q vvkz 8wjp'
const own = 'q8zxkwvj'
