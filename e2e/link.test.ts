import { expect, test } from 'vitest'
import { code, messageBody, textCodeBody, u32, uins } from './bytes.ts'
import { textsShownTo, useServer } from './use-server.ts'

const place = useServer()

test('both keep-alives are acknowledged, and nothing else follows', async () => {
  const client = await place.signedOn()
  client.forget()
  const numbers = [client.send(code.keepAlive), client.send(code.keepAlive2)]
  await client.caughtUp()
  expect(client.log.slice(0, 2)).toMatchObject(numbers.map((sequence) => ({ code: code.ack, sequence })))
  expect(client.log).toHaveLength(3)
})

test('a command that nobody knows is acknowledged, and nothing else follows', async () => {
  const client = await place.signedOn()
  client.forget()
  for (const command of [0x0528, 0x0532, 0x0777, 0xfffe, 0x005a]) {
    await client.expectAck(client.send(command, Buffer.from([1, 2, 3, 4, 5])))
  }
  await client.caughtUp()
  expect(client.log).toHaveLength(6)
  expect(new Set(client.log.map((packet) => packet.code))).toEqual(new Set([code.ack]))
})

test('a body that cannot be understood is acknowledged exactly once, and the link lives on', async () => {
  const [client, friend] = await Promise.all([place.signedOn(), place.signedOn()])
  client.forget()
  const garbage = Buffer.from([0xff, 0xff, 0xff])
  const commands = [
    code.sendMessage,
    code.updateInfo,
    code.searchUser,
    code.changeStatus,
    code.textCode,
    code.visibleTo,
    code.invisibleTo,
  ]
  const numbers = commands.map((command) => client.send(command, garbage))
  await client.caughtUp()
  expect(client.log.slice(0, -1).map(({ code: command, sequence }) => [command, sequence])).toEqual(
    numbers.map((sequence) => [code.ack, sequence]),
  )
  await client.command(code.sendMessage, messageBody(friend.uin, 'well?'))
  await friend.expect(code.message)
})

test('trailing bytes change nothing', async () => {
  const [client, friend] = await Promise.all([place.signedOn(), place.signedOn()])
  const junk = Buffer.from([0x13, 0, 5, 0])
  await client.command(code.fetchStored, junk)
  await client.expect(code.storedEnd)
  await client.command(code.keepAlive, junk)
  await client.command(code.changeStatus, Buffer.concat([u32(1), junk]))
  await client.command(code.sendMessage, Buffer.concat([messageBody(friend.uin, 'hello'), junk]))
  await friend.expect(code.message)
  expect(textsShownTo(friend)).toEqual(['hello'])
})

test('a wrong length in front of the goodbye is forgiven', async () => {
  for (const length of [19, 0x20]) {
    const client = await place.signedOn()
    const watcher = await place.signedOn()
    await watcher.command(code.contacts, uins(client.uin))
    const body = textCodeBody('B_USER_DISCONNECTED')
    body.writeUInt16LE(length, 0)
    await client.expectAck(client.send(code.textCode, body))
    await watcher.expect(code.offline)
  }
})

test('numbers may leap and come in any order', async () => {
  const [client, friend] = await Promise.all([place.signedOn(), place.signedOn()])
  for (const sequence of [500, 300, 0xffff, 0, 256, 512, 7_000]) {
    await client.expectAck(client.send(code.sendMessage, messageBody(friend.uin, `number ${sequence}`), { sequence }))
  }
  await friend.caughtUp()
  expect(textsShownTo(friend)).toHaveLength(7)
})

test('datagrams of no known version and cut headers are met with silence', async () => {
  const client = await place.signedOn()
  client.forget()
  client.sendBytes(Buffer.from([2, 0, 0x2e, 4, 9, 0, 1, 2]))
  client.sendBytes(Buffer.from([3, 0, 0x2e, 4, 9, 0, 0, 0, 0, 0, 0, 0]))
  client.sendBytes(Buffer.from([2]))
  await client.caughtUp()
  expect(client.log).toHaveLength(1)
})
