// Addresses for direct connections: everybody in these tests is on this machine, which is near enough for every mode.
import { expect, test } from 'vitest'
import { code, readOnline, uins } from './bytes.ts'
import type { RawClient } from './raw-client.ts'
import { runSeekyou } from './run-seekyou.ts'
import { type Place, useServer } from './use-server.ts'

const places = {
  off: useServer({ users: 4, flags: ['--direct', 'off'] }),
  optin: useServer({ users: 6, flags: ['--direct', 'optin'] }),
  lan: useServer({ users: 6 }),
} as const

const hidden = { ip: '0.0.0.0', port: 0, realIp: '0.0.0.0', flag: 6 }
/** What `loginBody` announces, seen from this machine. */
const shown = { ip: '127.0.0.1', port: 1234, realIp: '10.0.0.2', flag: 4 }

async function seenBy(watcher: RawClient, uin: number) {
  watcher.forget()
  await watcher.command(code.contacts, uins(uin))
  return readOnline((await watcher.expect(code.online)).body)
}

const choose = (place: Place, uin: number, choice: string) =>
  runSeekyou(['user', 'set', String(uin), '--data', place.server.data, '--direct', choice])

test('off: nobody is told anything', async () => {
  const [anna, boris] = await Promise.all([places.off.signedOn(), places.off.signedOn()])
  expect(await seenBy(anna, boris.uin)).toMatchObject(hidden)
})

test('lan: two in the networks of the server see each other, unless one objects', async () => {
  const place = places.lan
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  expect(await seenBy(anna, boris.uin)).toMatchObject(shown)
  expect(await choose(place, boris.uin, 'off')).toMatchObject({ exitCode: 0 })
  expect(await seenBy(anna, boris.uin)).toMatchObject(hidden)
  expect(await seenBy(boris, anna.uin)).toMatchObject(hidden)
})

test('optin: both must have agreed', async () => {
  const place = places.optin
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  expect(await seenBy(anna, boris.uin)).toMatchObject(hidden)
  await choose(place, boris.uin, 'on')
  expect(await seenBy(anna, boris.uin)).toMatchObject(hidden)
  await choose(place, anna.uin, 'on')
  expect(await seenBy(anna, boris.uin)).toMatchObject(shown)
})
