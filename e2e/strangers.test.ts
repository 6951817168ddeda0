// Before and around the sign-on, over real sockets: the wizard of an original client, wrong passwords, answers that nobody has
// paid for, and what is written into the log about all that.
import { expect, test } from 'vitest'
import { code, join, messageBody, registerBody, str, u16, u32 } from './bytes.ts'
import type { RawClient } from './raw-client.ts'
import { RawClient as Client } from './raw-client.ts'
import { importUsers, newDataFolder, password, removeDataFolder, startServer } from './started-server.ts'
import { textsShownTo, useServer } from './use-server.ts'

const checkPassword = 0x03f2
const passwordConfirmed = 0x0032

const place = useServer()
const codes = (client: RawClient): number[] => client.log.map((packet) => packet.code)

/** The first page of the wizard: number and password, under a header without a number. Returns its own number. */
function askWhether(client: RawClient, uin: number, word: string): number {
  client.uin = uin
  const sequence = client.takeSequence()
  client.sendBytes(join(u16(2), u16(checkPassword), u16(sequence), u16(0x51), u32(uin), str(word)))
  return sequence
}

test('the wizard of an original client: password, own profile without its long texts, sign-on', async () => {
  const client = await place.client()
  const uin = place.newUin()
  await client.command(code.openRegistration)
  await client.expectAck(askWhether(client, uin, password))
  const { body } = await client.expect(passwordConfirmed)
  expect([body.readUInt16LE(0), body.readUInt32LE(2)]).toEqual([0x51, uin])
  await client.command(code.extInfoRequest, join(u16(9), u32(uin)))
  const profile = await client.expect(code.extInfoReply)
  expect([profile.body.readUInt16LE(0), profile.body.readUInt32LE(2)]).toEqual([9, uin])
  expect(profile.bytes.length + 6).toBeLessThanOrEqual(3 * 16)
  await client.login(uin, password)
})

test('without a right password the wizard is told nothing, and with one nothing about others', async () => {
  const [wrong, right] = [await place.client(), await place.client()]
  const uin = place.newUin()
  await wrong.expectAck(askWhether(wrong, uin, 'wrong'))
  await wrong.expect(code.badPassword)
  wrong.send(code.extInfoRequest, join(u16(9), u32(uin)))
  await wrong.expect(code.notConnected)
  askWhether(right, uin, password)
  await right.expect(passwordConfirmed)
  right.send(code.extInfoRequest, join(u16(9), u32(place.newUin())))
  await right.expect(code.notConnected)
})

test('after five wrong passwords for a number there is silence, and other numbers do not suffer', async () => {
  const uin = place.newUin()
  for (let count = 0; count < 5; count++) {
    const client = await place.client()
    client.sendLogin(uin, { password: `guess ${count}` })
    await client.expect(code.badPassword)
  }
  for (const word of ['guess 6', password]) {
    const client = await place.client()
    const sequence = client.sendLogin(uin, { password: word })
    await client.caughtUp()
    expect(client.log.filter((packet) => packet.sequence === sequence || packet.code === code.badPassword)).toEqual([])
  }
  await place.signedOn()
})

test('a login that is shorter than its answer gets its ACK and nothing else', async () => {
  const client = await place.client()
  client.uin = place.newUin()
  const sequence = client.send(code.login, join(u32(0), str('')))
  await client.expectAck(sequence)
  await client.caughtUp()
  expect(codes(client)).toEqual([code.ack, code.ack])
})

test('two clients that evict each other are told to stop it', async () => {
  const uin = place.newUin()
  const [home, work] = [await place.client(), await place.client()]
  await home.login(uin, password)
  for (const client of [work, home, work, home]) await client.login(uin, password)
  await work.expectAck(work.sendLogin(uin, { password }))
  await work.expect(code.tryAgain)
  await home.command(code.keepAlive)
})

test('neither a password nor a text finds its way into the log, whatever the level', async () => {
  const data = await newDataFolder()
  await importUsers(data, 100_001, 2)
  const server = await startServer(data, { flags: ['--log', 'debug', '--registration', 'open'] })
  const [ann, bob, newcomer] = [await Client.open(server), await Client.open(server), await Client.open(server)]
  ann.sendLogin(100_001, { password: 'w-guessed' })
  await ann.expect(code.badPassword)
  await ann.login(100_001, password)
  await bob.login(100_002, password)
  await ann.command(code.sendMessage, messageBody(100_002, 'w-said'))
  await bob.expect(code.message)
  await ann.command(code.sendMessage, messageBody(4_711_000, 'w-said to nobody'))
  await ann.command(code.changePassword, join(u16(1), str('w-changed')))
  await ann.expect(code.passwordReply)
  await newcomer.expectAck(newcomer.send(code.register, registerBody('w-first')))
  await newcomer.expect(code.newUin)
  askWhether(newcomer, 100_002, 'w-asked')
  await newcomer.expect(code.badPassword)
  ann.sendBytes(join(u16(2), u16(code.sendMessage), u16(99), u32(100_001), u32(100_002), Buffer.from('w-cut')))
  await ann.expectAck(99)
  expect(textsShownTo(bob)).toEqual(['w-said'])
  await Promise.all([ann, bob, newcomer].map((client) => client.close()))
  const { stderr, stdout } = await server.stop()
  await removeDataFolder(data)
  expect(stderr).toMatch(/"msg":"signedOn"/)
  expect(stderr).toMatch(/"msg":"signOnRefused"/)
  for (const written of [stderr, stdout]) {
    for (const secret of [password, 'w-']) {
      expect(written).not.toContain(secret)
      expect(written).not.toContain(Buffer.from(secret).toString('hex'))
      expect(written).not.toContain([...Buffer.from(secret)].join(','))
    }
  }
})
