// A disk that is full or slow under a running server: everybody who is on line goes on talking, nothing is acknowledged that is
// not safe, the log says so once, and everything goes on by itself when the disk does.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { join as bytes, code, messageBody, namesBody, registerBody, u8, u16 } from './bytes.ts'
import { disks } from './little-disk.ts'
import { importUsers, password } from './started-server.ts'
import {
  client,
  errorsIn,
  failuresOf,
  isAcknowledged,
  leftovers,
  newData,
  patience,
  signedOn,
  start,
  status,
  storedTexts,
  talk,
} from './troubled-server.ts'

const anna = 100_001
const boris = 100_002
const absent = 100_003
const latecomer = 100_004
/** 01EA: the profile could not be changed. */
const updateRefused = 0x01ea

describe.each(disks)('the disk is full: $name', ({ make }) => {
  test('people on line talk, the rest waits unacknowledged, registering is refused; with room all goes on', async () => {
    const disk = await make()
    leftovers.push(disk.remove)
    const { data } = disk
    await importUsers(data, anna, 4)
    const server = await start(data, { flags: ['--registration', 'open'] })
    const [one, other] = [await signedOn(server, anna), await signedOn(server, boris)]
    await one.command(code.sendMessage, messageBody(absent, 'before'))

    disk.fill(server.pid)
    await talk(one, other, 'still there?')
    const waiting = ['first', 'second'].map((text) => one.send(code.sendMessage, messageBody(absent, text)))
    await vi.waitFor(async () => expect(await failuresOf(server)).toBeGreaterThanOrEqual(2), patience)
    const newcomer = await client(server)
    await newcomer.expectAck(newcomer.send(code.register, registerBody('tulip')))
    await newcomer.expect(code.tryAgain)
    expect(newcomer.received(code.newUin)).toEqual([])
    one.send(code.updateInfo, bytes(u16(7), namesBody({ nick: 'full' }), u8(1)))
    await one.expect(updateRefused)
    await talk(other, one, 'yes')
    await one.command(code.keepAlive)
    expect(waiting.map((sequence) => isAcknowledged(one, sequence))).toEqual([false, false])
    expect(one.received(code.updateReply)).toEqual([])

    disk.free(server.pid)
    for (const sequence of waiting) await one.expectAck(sequence)
    newcomer.send(code.register, registerBody('tulip'))
    await newcomer.expect(code.newUin)
    expect(await storedTexts(await signedOn(server, absent))).toEqual(['before', 'first', 'second'])
    const { exitCode, stderr } = await server.stop()
    expect(exitCode).toBe(0)
    expect(errorsIn(stderr)).toHaveLength(1)
    expect(stderr).toMatch(/the store failed; messages are kept in memory and tried again/)
    expect(stderr).toMatch(/the store works again/)
  })

  test('a server that dies meanwhile has lost nothing that it acknowledged', async () => {
    const disk = await make()
    leftovers.push(disk.remove)
    const { data } = disk
    await importUsers(data, anna, 3)
    const first = await start(data)
    const one = await signedOn(first, anna)
    await one.command(code.sendMessage, messageBody(absent, 'safe'))
    disk.fill(first.pid)
    const unsafe = one.send(code.sendMessage, messageBody(absent, 'unsafe'))
    await vi.waitFor(async () => expect(await failuresOf(first)).toBeGreaterThanOrEqual(1), patience)
    expect(isAcknowledged(one, unsafe)).toBe(false)
    disk.free(first.pid)
    await first.kill()
    const texts = await storedTexts(await signedOn(await start(data), absent))
    expect(texts.slice(0, 1)).toEqual(['safe'])
  })
})

test('a disk that stops answering holds up only what needs it', async () => {
  const data = await newData()
  const stuck = join(data, 'stuck')
  await importUsers(data, anna, 4)
  const hook = new URL('./slow-disk-hook.ts', import.meta.url).href
  const server = await start(data, { node: ['--import', hook], env: { STUCK_WHILE: stuck } })
  const [one, other] = [await signedOn(server, anna), await signedOn(server, boris)]
  writeFileSync(stuck, '')
  const waiting = one.send(code.sendMessage, messageBody(absent, 'slowly'))
  await vi.waitFor(async () => expect((await status(server)).storeCalls).toBeGreaterThan(0), patience)
  const late = await client(server)
  late.sendLogin(latecomer, { password })
  for (const text of ['one', 'two', 'three']) await talk(other, one, text)
  await one.command(code.keepAlive)
  await late.caughtUp()
  expect(isAcknowledged(one, waiting)).toBe(false)
  expect(late.received(code.loginReply)).toEqual([])
  rmSync(stuck)
  await one.expectAck(waiting)
  await late.expect(code.loginReply)
  expect(await storedTexts(await signedOn(server, absent))).toEqual(['slowly'])
  const { exitCode, stderr } = await server.stop()
  expect({ exitCode, errors: errorsIn(stderr) }).toEqual({ exitCode: 0, errors: [] })
})
