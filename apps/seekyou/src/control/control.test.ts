import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Meet } from '@seekyou/office'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Complaint, misuse } from '../complaint.ts'
import { callControl, type Office } from './call-control.ts'
import { listenControl } from './listen-control.ts'

let folder: string
const closing: { close(): Promise<void> }[] = []
const reported: unknown[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seekyou-'))
  reported.length = 0
})
afterEach(async () => {
  for (const one of closing.splice(0).reverse()) await one.close()
  rmSync(folder, { recursive: true })
})

async function listen(meet: (name: string, ask: object) => unknown, where = folder) {
  const control = await listenControl(where, (async (name: string, ask: object) => meet(name, ask)) as Meet, (bug) =>
    reported.push(bug),
  )
  closing.push(control)
  return control
}

async function call(where = folder): Promise<Office> {
  const office = await callControl(where)
  if (!office) throw new Error('nobody listens')
  closing.push(office)
  return office
}

test('requests are met one after another, on a socket for its owner only', async () => {
  await listen((name, ask) => ({ name, ask }))
  expect(statSync(join(folder, 'control.sock')).mode & 0o777).toBe(0o600)
  const { meet } = await call()
  expect(await meet('removeUser', { uin: 1000 })).toEqual({ name: 'removeUser', ask: { uin: 1000 } })
  expect(await meet('addUser', { nick: 'Ёж\n', password: 'x' })).toEqual({
    name: 'addUser',
    ask: { nick: 'Ёж\n', password: 'x' },
  })
})

test('a complaint arrives as it was made', async () => {
  await listen((name) => {
    throw name === 'listUsers' ? new Complaint('No.') : misuse('Not so.')
  })
  const { meet } = await call()
  await expect(meet('listUsers', {})).rejects.toMatchObject({ message: 'No.', exitCode: 1 })
  await expect(meet('listInvites', {})).rejects.toMatchObject({ message: 'Not so.', exitCode: 2 })
  expect(reported).toEqual([])
})

test('a bug is reported to the server and said to the caller, who can go on', async () => {
  const bug = new TypeError('impossible')
  await listen((name) => {
    if (name === 'listUsers') throw bug
    return { invites: [] }
  })
  const { meet } = await call()
  await expect(meet('listUsers', {})).rejects.toThrow('The server could not do that: TypeError: impossible')
  expect(reported).toEqual([bug])
  expect(await meet('listInvites', {})).toEqual({ invites: [] })
})

test('where nobody listens there is no office, and what a crash left behind is replaced', async () => {
  expect(await callControl(folder)).toBeUndefined()
  const path = join(folder, 'control.sock')
  const crashed = createServer()
  await new Promise<void>((resolve) => crashed.listen(path, resolve))
  renameSync(path, `${path}.kept`)
  await new Promise((resolve) => crashed.close(resolve))
  renameSync(`${path}.kept`, path)
  expect(await callControl(folder)).toBeUndefined()
  await listen(() => ({ rows: [] }))
  expect(await (await call()).meet('listUsers', {})).toEqual({ rows: [] })
})

test('a folder with a very long path has a socket too', async () => {
  const deep = join(folder, 'a'.repeat(120), 'b'.repeat(120))
  mkdirSync(deep, { recursive: true })
  if (process.platform !== 'linux') return expect(callControl(deep)).rejects.toThrow('too long for a socket')
  expect(await callControl(deep)).toBeUndefined()
  await listen(() => ({ rows: [] }), deep)
  expect(statSync(join(deep, 'control.sock')).mode & 0o777).toBe(0o600)
  expect(await (await call(deep)).meet('listUsers', {})).toEqual({ rows: [] })
})

test('a server that stops tells who waits, and takes its socket away', async () => {
  let asked = () => {}
  const hasAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  const control = await listen(() => {
    asked()
    return new Promise(() => {})
  })
  const answer = (await call()).meet('listUsers', {})
  const refused = expect(answer).rejects.toThrow('The server stopped before it had answered')
  await hasAsked
  await control.close()
  await refused
  expect(await callControl(folder)).toBeUndefined()
  expect(statSync(join(folder, 'control.sock'), { throwIfNoEntry: false })).toBeUndefined()
})
