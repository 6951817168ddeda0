import { expect, test } from 'vitest'
import { code, join, readOnline, textCodeBody, u16, u32, uins } from './bytes.ts'
import type { RawClient } from './raw-client.ts'
import { useServer } from './use-server.ts'

const place = useServer()
const absent = [55_000_001, 55_000_002, 55_000_003]

/** Who was shown as being on line to this client, in order. */
const seenBy = (client: RawClient): number[] => client.received(code.online).map(({ body }) => readOnline(body).uin)

test('each contact list is answered with everybody on it who is here, then with its end', async () => {
  const [client, one, two] = await Promise.all([place.signedOn(), place.signedOn(), place.signedOn()])
  const number = await client.command(code.contacts, uins(absent[0]!, one.uin, absent[1]!, two.uin))
  const end = await client.expect(code.contactsEnd)
  expect(end.body).toEqual(u32(client.uin))
  expect(seenBy(client)).toEqual([one.uin, two.uin])
  const order = client.log.map((packet) => packet.code)
  expect(order.slice(order.indexOf(code.loginReply) + 1)).toEqual([
    code.ack,
    code.online,
    code.online,
    code.contactsEnd,
  ])
  expect(client.received(code.ack).map(({ sequence }) => sequence)).toContain(number)
})

test('a count of two bytes is understood as well', async () => {
  const [client, one, two] = await Promise.all([place.signedOn(), place.signedOn(), place.signedOn()])
  await client.command(code.contacts, join(u16(2), u32(one.uin), u32(two.uin)))
  await client.expect(code.contactsEnd)
  expect(seenBy(client)).toEqual([one.uin, two.uin])
})

test('lists add up, each has its own end, and an empty one has one too', async () => {
  const [client, one, two] = await Promise.all([place.signedOn(), place.signedOn(), place.signedOn()])
  await client.command(code.contacts, uins(one.uin))
  await client.command(code.contacts, uins())
  await client.command(code.contacts, join(u16(0)))
  await client.command(code.contacts, uins(two.uin))
  await client.expectMany(code.contactsEnd, 4)
  expect(seenBy(client)).toEqual([one.uin, two.uin])
  await one.command(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  await two.command(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  const gone = await client.expectMany(code.offline, 2)
  expect(gone.map(({ body }) => body.readUInt32LE(0)).sort()).toEqual([one.uin, two.uin].sort())
})

test('a list of 255 names of nobody has an end', async () => {
  const client = await place.signedOn()
  await client.command(code.contacts, uins(...Array.from({ length: 255 }, (_, index) => 66_000_000 + index)))
  await client.expect(code.contactsEnd)
  expect(seenBy(client)).toEqual([])
})

test('contacts see each other come, with what their clients announced', async () => {
  const client = await place.signedOn()
  const uin = place.newUin()
  await client.command(code.contacts, uins(uin))
  await client.expect(code.contactsEnd)
  await place.signedOn({ uin, status: 0x00010001, tcpVersion: 2 })
  expect(readOnline((await client.expect(code.online)).body)).toEqual({
    uin,
    ip: '127.0.0.1',
    port: 1234,
    realIp: '10.0.0.2',
    flag: 4,
    status: 0x00010001,
    tcpVersion: 2,
  })
})

test('who is not on the list is not shown, coming or going', async () => {
  const client = await place.signedOn()
  const stranger = await place.signedOn()
  await stranger.command(code.changeStatus, u32(1))
  await stranger.command(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  await client.caughtUp()
  expect(client.received(code.online)).toEqual([])
  expect(client.received(code.statusUpdate)).toEqual([])
  expect(client.received(code.offline)).toEqual([])
})

test('an invisible user is seen by exactly those on the visible list, which each packet replaces', async () => {
  const [friend, other] = await Promise.all([place.signedOn(), place.signedOn()])
  const uin = place.newUin()
  for (const watcher of [friend, other]) {
    await watcher.command(code.contacts, uins(uin))
    await watcher.expect(code.contactsEnd)
  }
  const shy = await place.signedOn({ uin, status: 0x100 })
  await friend.caughtUp()
  expect(seenBy(friend)).toEqual([])
  await shy.command(code.visibleTo, uins(friend.uin))
  expect(readOnline((await friend.expect(code.online)).body)).toMatchObject({ uin, status: 0x100 })
  await shy.command(code.visibleTo, uins(other.uin))
  expect((await friend.expect(code.offline)).body).toEqual(u32(uin))
  await other.expect(code.online)
  await shy.command(code.visibleTo, uins())
  expect((await other.expect(code.offline)).body).toEqual(u32(uin))
  await other.command(code.contacts, uins(uin))
  await other.expectMany(code.contactsEnd, 1)
  expect(seenBy(other)).toEqual([uin])
})

test('nobody on the invisible list ever sees the user, which each packet replaces', async () => {
  const [foe, other, user] = await Promise.all([place.signedOn(), place.signedOn(), place.signedOn()])
  for (const watcher of [foe, other]) {
    await watcher.command(code.contacts, uins(user.uin))
    await watcher.expect(code.online)
  }
  await user.command(code.invisibleTo, uins(foe.uin))
  expect((await foe.expect(code.offline)).body).toEqual(u32(user.uin))
  await user.command(code.changeStatus, u32(1))
  await other.expect(code.statusUpdate)
  await foe.command(code.contacts, uins(user.uin))
  await foe.caughtUp()
  expect(seenBy(foe)).toEqual([user.uin])
  expect(foe.received(code.statusUpdate)).toEqual([])
  await user.command(code.invisibleTo, uins())
  expect(readOnline((await foe.expect(code.online)).body)).toMatchObject({ uin: user.uin, status: 1 })
  await other.caughtUp()
  expect(other.received(code.offline)).toEqual([])
})
