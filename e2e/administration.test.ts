import { expect, test } from 'vitest'
import { code, messageBody, readMessage, readStored, registerBody } from './bytes.ts'
import { runSeekyou } from './run-seekyou.ts'
import { password } from './started-server.ts'
import { useServer } from './use-server.ts'

const place = useServer({ users: 24, flags: ['--welcome', 'Welcome to the town.', '--registration', 'open'] })
const run = (...args: string[]) => runSeekyou([...args, '--data', place.server.data])

test('who is kicked hears it, and may come back', async () => {
  const anna = await place.signedOn()
  expect(await run('user', 'kick', String(anna.uin))).toMatchObject({ exitCode: 0 })
  await anna.expect(code.forcedOffline)
  anna.send(code.keepAlive)
  await anna.expect(code.notConnected)
  await anna.login(anna.uin, password)
})

test('who is banned is signed off and refused like a wrong password, until the ban is lifted', async () => {
  const anna = await place.signedOn()
  expect(await run('user', 'ban', String(anna.uin), '--reason', 'spam')).toMatchObject({ exitCode: 0 })
  await anna.expect(code.forcedOffline)
  const again = await place.client()
  again.sendLogin(anna.uin, { password })
  await again.expect(code.badPassword)
  expect((await run('user', 'list')).stdout).toMatch(/banned/i)
  expect(await run('user', 'unban', String(anna.uin))).toMatchObject({ exitCode: 0 })
  await again.login(anna.uin, password)
})

test('an account that is removed while signed on is signed off, and messages to it are refused', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  expect(await run('user', 'remove', String(boris.uin), '--yes', '--now')).toMatchObject({ exitCode: 0 })
  await boris.expect(code.forcedOffline)
  await anna.command(code.sendMessage, messageBody(boris.uin, 'are you there?'))
  expect(readMessage((await anna.expect(code.message)).body)).toMatchObject({ from: 1, type: 1 })
})

test('a broadcast reaches who is here, and if asked who is not, once', async () => {
  const [anna, boris] = await Promise.all([place.signedOn(), place.signedOn()])
  const absent = place.newUin()
  expect(await run('broadcast', 'The server moves on Sunday.', '--absent')).toMatchObject({ exitCode: 0 })
  for (const client of [anna, boris]) {
    expect(readMessage((await client.expect(code.message)).body)).toEqual({
      from: 1,
      type: 1,
      text: 'The server moves on Sunday.',
    })
  }
  const late = await place.signedOn({ uin: absent })
  await late.command(code.fetchStored)
  await late.expect(code.storedEnd)
  const stored = late.received(code.stored).map(({ body }) => readStored(body))
  expect(stored.map(({ from, text }) => [from, text])).toEqual([[1, 'The server moves on Sunday.']])
  expect(await run('broadcast', 'Only for you.', '--system')).toMatchObject({ exitCode: 0 })
  expect(readMessage((await anna.expect(code.message)).body)).toMatchObject({ type: 9, text: 'Only for you.' })
})

test('a new user is welcomed by their first message, whoever made the account', async () => {
  const client = await place.client()
  client.send(code.register, registerBody('secret'))
  const registered = (await client.expect(code.newUin)).body.readUInt32LE(2)
  const { stdout } = await runSeekyou(
    ['user', 'add', '--nick', 'gamma', '--password', '-', '--data', place.server.data],
    {
      input: 'secret\n',
    },
  )
  const added = Number(/\d+/.exec(stdout)?.[0])
  for (const uin of [registered, added]) {
    const newcomer = await place.signedOn({ uin })
    await newcomer.command(code.fetchStored)
    expect(readStored((await newcomer.expect(code.stored)).body)).toMatchObject({
      from: 1,
      text: 'Welcome to the town.',
    })
  }
})
