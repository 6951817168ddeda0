import { expect, test } from 'vitest'
import { code, join, messageBody, readOnline, str, textCodeBody, u32, uins } from './bytes.ts'
import type { RawClient } from './raw-client.ts'
import { password } from './started-server.ts'
import { textsShownTo, useServer } from './use-server.ts'

const place = useServer()
const codes = (client: RawClient): number[] => client.log.map((packet) => packet.code)

test('a login is acknowledged, then answered with number 0, the own number, the own address and the mark of the login', async () => {
  const client = await place.client()
  const uin = place.newUin()
  const sequence = client.sendLogin(uin, { password, loginSeq: 0x1234 })
  const reply = await client.expect(code.loginReply)
  expect(codes(client)).toEqual([code.ack, code.loginReply])
  expect(client.log[0]).toMatchObject({ sequence, bytes: Buffer.from([2, 0, 0x0a, 0, sequence, 0]) })
  expect(reply.sequence).toBe(0)
  expect(reply.body.length).toBe(33)
  expect(reply.body.readUInt32LE(0)).toBe(uin)
  expect(reply.body.subarray(4, 8).join('.')).toBe('127.0.0.1')
  expect(reply.body.readUInt16LE(8)).toBe(0x1234)
})

test('any first number will do', async () => {
  for (const sequence of [0, 1, 8, 0xffff]) {
    const client = await place.client()
    client.sendLogin(place.newUin(), { password }, { sequence })
    await client.expectAck(sequence)
    await client.expect(code.loginReply)
  }
})

test('a login that ends after the password is understood', async () => {
  const client = await place.client()
  client.uin = place.newUin()
  client.send(code.login, join(u32(0), str(password)))
  const { body } = await client.expect(code.loginReply)
  expect(body.readUInt16LE(8)).toBe(0)
})

test('a repeated login gets the identical reply', async () => {
  const client = await place.client()
  const uin = place.newUin()
  const sequence = client.sendLogin(uin, { password })
  const first = await client.expect(code.loginReply)
  client.sendLogin(uin, { password }, { sequence })
  await client.expectAck(sequence)
  const second = await client.expect(code.loginReply)
  expect(second.bytes).toEqual(first.bytes)
})

test('a login repeated six times at once signs on once', async () => {
  const watcher = await place.signedOn()
  const uin = place.newUin()
  await watcher.command(code.contacts, uins(uin))
  const client = await place.client()
  for (let time = 0; time < 6; time++) client.sendLogin(uin, { password }, { sequence: 1 })
  await client.expect(code.loginReply)
  await client.caughtUp()
  expect(new Set(client.received(code.loginReply).map(({ sequence }) => sequence))).toEqual(new Set([0]))
  await watcher.expect(code.online)
  await watcher.caughtUp()
  expect(watcher.received(code.online)).toHaveLength(1)
})

test('a login reply that is not acknowledged comes again under the same number, and nothing comes before it is', async () => {
  const client = await place.client()
  client.acknowledges = () => false
  const friend = await place.signedOn()
  client.sendLogin(place.newUin(), { password })
  const reply = await client.expect(code.loginReply)
  await client.command(code.contacts, uins(friend.uin))
  const again = await client.expect(code.loginReply)
  expect(again.bytes).toEqual(reply.bytes)
  expect(client.received(code.contactsEnd)).toEqual([])
  client.acknowledges = () => true
  client.ack(again)
  await client.expect(code.online)
  await client.expect(code.contactsEnd)
})

test('commands that come before the login reply are executed after it', async () => {
  const friend = await place.signedOn()
  const client = await place.client()
  const login = client.sendLogin(place.newUin(), { password })
  const contacts = client.send(code.contacts, uins(friend.uin))
  const message = client.send(code.sendMessage, messageBody(friend.uin, 'early'))
  await client.expect(code.contactsEnd)
  await client.expectAck(message)
  const order = client.log.map((packet) => (packet.code === code.ack ? `ack ${packet.sequence}` : packet.code))
  expect(order.slice(0, 2)).toEqual([`ack ${login}`, code.loginReply])
  expect(order).toContain(`ack ${contacts}`)
  await friend.expect(code.message)
  expect(textsShownTo(friend)).toEqual(['early'])
})

test('a wrong password and an unknown number are refused alike: ACK, then 0064 with the mark, the number, and 0 as its own', async () => {
  const nobody = 77_777_777
  for (const [uin, word] of [
    [place.newUin(), 'wrong'],
    [nobody, password],
  ] as const) {
    const client = await place.client()
    await client.expectAck(client.sendLogin(uin, { password: word, loginSeq: 0x3e }))
    const refusal = await client.expect(code.badPassword)
    expect(refusal.bytes).toEqual(Buffer.from([2, 0, 0x64, 0, 0, 0, 0x3e, 0, ...u32(uin)]))
    expect(codes(client)).toEqual([code.ack, code.badPassword])
    const sequence = client.send(code.keepAlive)
    expect((await client.expect(code.notConnected)).sequence).toBe(sequence)
  }
})

test('whoever is not signed on is told so under the number of what they said', async () => {
  for (const [command, body] of [
    [code.keepAlive, undefined],
    [code.sendMessage, messageBody(100_001, 'hello')],
    [code.contacts, uins(100_001)],
    [code.fetchStored, undefined],
  ] as const) {
    const client = await place.client()
    client.uin = place.newUin()
    const sequence = client.send(command, body)
    const refusal = await client.expect(code.notConnected)
    expect(refusal.bytes).toEqual(Buffer.from([2, 0, 0xf0, 0, sequence, 0]))
    expect(client.log).toHaveLength(1)
  }
})

test('without a link, a goodbye is acknowledged, and ACKs and what cannot be understood are met with silence', async () => {
  const client = await place.client()
  client.uin = place.newUin()
  client.send(code.ack, undefined, { sequence: 0 })
  const goodbye = client.send(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  client.send(code.textCode, textCodeBody('B_MESSAGE_ACK'))
  client.send(code.sendMessage, Buffer.from([1, 2, 3]))
  client.send(code.login, Buffer.from([1, 2, 3]))
  client.send(0x0777, Buffer.from([1, 2, 3, 4]))
  client.sendBytes(Buffer.alloc(0))
  client.sendBytes(Buffer.from([2, 0, 0x2e]))
  client.sendBytes(Buffer.from([5, 0, 0x2e, 4, 1, 0, 1, 0, 0, 0]))
  const fence = client.send(code.openRegistration)
  await client.expectAck(fence)
  expect(client.log.map(({ sequence }) => sequence)).toEqual([goodbye, fence])
})

test('a foreign number in the header is not connected, and the link does not notice', async () => {
  const client = await place.signedOn()
  const friend = await place.signedOn()
  const sequence = client.send(code.sendMessage, messageBody(friend.uin, 'forged'), { uin: friend.uin })
  expect((await client.expect(code.notConnected)).sequence).toBe(sequence)
  await client.command(code.sendMessage, messageBody(friend.uin, 'true'))
  await friend.expect(code.message)
  expect(textsShownTo(friend)).toEqual(['true'])
})

test('signing on elsewhere tells the old client and ends its link; watchers do not see anybody leave', async () => {
  const watcher = await place.signedOn()
  const old = await place.signedOn()
  await watcher.command(code.contacts, uins(old.uin))
  await watcher.expect(code.contactsEnd)
  const young = await place.signedOn({ uin: old.uin })
  await old.expect(code.forcedOffline)
  const sequence = old.send(code.keepAlive)
  expect((await old.expect(code.notConnected)).sequence).toBe(sequence)
  await young.command(code.keepAlive)
  await watcher.command(code.sendMessage, messageBody(young.uin, 'which of you?'))
  await young.expect(code.message)
  expect(old.received(code.message)).toEqual([])
  await watcher.caughtUp()
  expect(watcher.received(code.offline)).toEqual([])
})

test('signing off is acknowledged once, and contacts are told', async () => {
  const client = await place.signedOn()
  const watcher = await place.signedOn()
  await watcher.command(code.contacts, uins(client.uin))
  expect(readOnline((await watcher.expect(code.online)).body).uin).toBe(client.uin)
  client.forget()
  const sequence = client.send(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  client.send(code.textCode, textCodeBody('B_USER_DISCONNECTED'), { sequence })
  expect((await watcher.expect(code.offline)).body).toEqual(u32(client.uin))
  await client.caughtUp()
  expect(client.received(code.ack).filter((ack) => ack.sequence === sequence)).toHaveLength(1)
  client.send(code.keepAlive)
  await client.expect(code.notConnected)
})

test('a new login from another port begins again at number 0', async () => {
  const client = await place.signedOn()
  await client.command(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  const elsewhere = await place.client()
  expect((await elsewhere.login(client.uin, password)).sequence).toBe(0)
})

test('one from the same port at once goes on with the numbers, because ACKs of the old ones may be under way', async () => {
  const client = await place.signedOn()
  await client.command(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  expect((await client.login(client.uin, password)).sequence).toBeGreaterThan(0)
})

test('one that was told to sign on again goes on with the old numbers, because one client never forgets them', async () => {
  const client = await place.signedOn()
  await client.command(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  const elsewhere = await place.client()
  elsewhere.uin = client.uin
  elsewhere.send(code.keepAlive)
  await elsewhere.expect(code.notConnected)
  expect((await elsewhere.login(client.uin, password)).sequence).toBeGreaterThan(0)
})
