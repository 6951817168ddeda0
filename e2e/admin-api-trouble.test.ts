// What administrators and whoever looks after processes are told while the disk of a running server takes nothing.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { adminFlags, deskOf, setupCodeOf } from './admin-place.ts'
import { code, messageBody } from './bytes.ts'
import { disks } from './little-disk.ts'
import { importUsers } from './started-server.ts'
import { leftovers, newData, patience, signedOn, start } from './troubled-server.ts'

const anna = 100_001
const absent = 100_002
const ann = { name: 'ann', password: 'correct horse battery' }
const [disk] = disks

test('a full disk: alive, not ready, said in sentences; metrics, sessions and tokens go on; ready again when there is room', async () => {
  const little = await disk!.make()
  leftovers.push(little.remove)
  await importUsers(little.data, anna, 2)
  const server = await start(little.data, { flags: adminFlags })
  const nobody = deskOf(server)
  await nobody.ask('POST', '/api/setup', { code: await setupCodeOf(server), ...ann })
  const desk = await nobody.signIn(ann.name, ann.password)
  const { json } = await desk.ask('POST', '/api/tokens', { name: 'robot' })
  const robot = nobody.with({ authorization: `Bearer ${(json as { token: string }).token}` })
  const client = await signedOn(server, anna)
  expect(await nobody.ask('GET', '/readyz')).toMatchObject({ status: 200 })

  little.fill(server.pid)
  client.send(code.sendMessage, messageBody(absent, 'kept'))
  const isReady = async (): Promise<boolean> => (await nobody.ask('GET', '/readyz')).status === 200
  await vi.waitFor(async () => expect(await isReady()).toBe(false), patience)
  expect((await nobody.ask('GET', '/readyz')).text).toMatch(/^[A-Z].*\.\n$/)
  expect(await nobody.ask('GET', '/healthz')).toMatchObject({ status: 200 })
  expect((await nobody.ask('GET', '/metrics')).text).toMatch(/^seekyou_store_failures_total [1-9]/m)
  expect((await desk.get('/api/status')).online).toBe(1)
  expect((await (await nobody.signIn(ann.name, ann.password)).get('/api/links')).total).toBe(1)
  expect((await robot.get('/api/users?text=user')).total).toBe(2)
  const refused = await desk.ask('POST', '/api/users', { nick: 'bob', password: 'secret' })
  expect(refused).toMatchObject({
    status: 409,
    json: { complaint: expect.stringMatching(/^The disk did not take it/) },
  })

  little.free(server.pid)
  await vi.waitFor(async () => expect(await isReady()).toBe(true), patience)
  expect(await desk.ask('POST', '/api/users', { nick: 'bob', password: 'secret' })).toMatchObject({ status: 200 })
})

test('a disk that stops answering: alive, and not ready', async () => {
  const data = await newData()
  const stuck = join(data, 'stuck')
  await importUsers(data, anna, 2)
  const hook = new URL('./slow-disk-hook.ts', import.meta.url).href
  const server = await start(data, { flags: adminFlags, node: ['--import', hook], env: { STUCK_WHILE: stuck } })
  const nobody = deskOf(server)
  const client = await signedOn(server, anna)
  writeFileSync(stuck, '')
  client.send(code.sendMessage, messageBody(absent, 'slowly'))
  await vi.waitFor(async () => expect(await nobody.ask('GET', '/readyz')).toMatchObject({ status: 503 }), patience)
  expect(await nobody.ask('GET', '/healthz')).toMatchObject({ status: 200 })
  rmSync(stuck)
  await vi.waitFor(async () => expect(await nobody.ask('GET', '/readyz')).toMatchObject({ status: 200 }), patience)
})
