import { expect, test } from 'vitest'
import { code, readOnline, readStatus, textCodeBody, u32, uins } from './bytes.ts'
import type { RawClient } from './raw-client.ts'
import { useServer } from './use-server.ts'

const place = useServer()

const watcherOf = async (uin: number, tcpVersion: number): Promise<RawClient> => {
  const watcher = await place.signedOn({ tcpVersion })
  await watcher.command(code.contacts, uins(uin))
  await watcher.expect(code.contactsEnd)
  return watcher
}
const nextStatus = async (watcher: RawClient): Promise<number> =>
  readStatus((await watcher.expect(code.statusUpdate)).body).status

/** What is sent, what a younger client is shown, and what one of the oldest is. Neighbours differ. */
const rows: readonly (readonly [sent: number, young: number, old: number])[] = [
  [0x01, 0x01, 0x01],
  [0x05, 0x05, 0x01],
  [0x11, 0x11, 0x11],
  [0x13, 0x13, 0x11],
  [0x20, 0x20, 0x00],
  [0x04, 0x05, 0x01],
  [0x10, 0x11, 0x11],
  [0x02, 0x13, 0x11],
  [0x00, 0x00, 0x00],
  [0x0001_0000, 0x0001_0000, 0x0001_0000],
  [0x000b_0001, 0x000b_0001, 0x000b_0001],
  [0x0001_0002, 0x0001_0013, 0x0001_0011],
]

test('each status is told to contacts as 01A4, single bits completed, in words that the oldest clients know', async () => {
  const user = await place.signedOn()
  const young = await watcherOf(user.uin, 3)
  const old = await watcherOf(user.uin, 2)
  for (const [sent, shownToYoung, shownToOld] of rows) {
    await user.command(code.changeStatus, u32(sent))
    expect([sent, await nextStatus(young), await nextStatus(old)]).toEqual([sent, shownToYoung, shownToOld])
  }
  expect(young.received(code.online)).toHaveLength(1)
}, 60_000)

test('the status at login is completed and translated in the same way', async () => {
  for (const [sent, shownToYoung, shownToOld] of rows.filter(([sent]) => sent < 0x100)) {
    const uin = place.newUin()
    const watchers = [await watcherOf(uin, 3), await watcherOf(uin, 2)]
    await place.signedOn({ uin, status: sent })
    const shown = await Promise.all(
      watchers.map(async (watcher) => readOnline((await watcher.expect(code.online)).body)),
    )
    expect(shown.map(({ status }) => status)).toEqual([shownToYoung, shownToOld])
  }
}, 60_000)

test('a status that is what it was tells nobody anything', async () => {
  const user = await place.signedOn({ status: 1 })
  const watcher = await watcherOf(user.uin, 3)
  await user.command(code.changeStatus, u32(1))
  await watcher.caughtUp()
  expect(watcher.received(code.statusUpdate)).toEqual([])
})

test('becoming invisible looks like leaving, ceasing to be like coming, and nothing between is told', async () => {
  const user = await place.signedOn()
  const friend = await watcherOf(user.uin, 3)
  const other = await watcherOf(user.uin, 3)
  await user.command(code.visibleTo, uins(friend.uin))
  await user.command(code.changeStatus, u32(0x100))
  expect((await other.expect(code.offline)).body).toEqual(u32(user.uin))
  expect(await nextStatus(friend)).toBe(0x100)
  await user.command(code.changeStatus, u32(0x101))
  expect(await nextStatus(friend)).toBe(0x101)
  await other.caughtUp()
  expect(other.received(code.statusUpdate)).toEqual([])
  await user.command(code.changeStatus, u32(0x01))
  expect(await nextStatus(friend)).toBe(1)
  const shown = (await other.expectMany(code.online, 2)).map(({ body }) => readOnline(body).status)
  expect(shown).toEqual([0, 1])
  expect(other.received(code.statusUpdate)).toEqual([])
})

test('who goes while invisible has gone already', async () => {
  const user = await place.signedOn()
  const watcher = await watcherOf(user.uin, 3)
  await user.command(code.changeStatus, u32(0x100))
  await watcher.expect(code.offline)
  await user.command(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  await watcher.caughtUp()
  expect(watcher.received(code.offline)).toHaveLength(1)
})
