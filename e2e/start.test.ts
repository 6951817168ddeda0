// The program as a person meets it: how it greets, how it stops, and what it says when something is in its way.
import { createSocket } from 'node:dgram'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { code, messageBody, readStored } from './bytes.ts'
import { RawClient } from './raw-client.ts'
import { type Ended, runSeekyou } from './run-seekyou.ts'
import {
  cheapHashes,
  importUsers,
  newDataFolder,
  password,
  removeDataFolder,
  type StartedServer,
  startServer,
} from './started-server.ts'

const anna = 100_001
const boris = 100_002
let data = ''
const servers: StartedServer[] = []
const clients: RawClient[] = []

beforeEach(async () => {
  data = await newDataFolder()
})
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()))
  await Promise.all(servers.splice(0).map((server) => server.kill()))
  await removeDataFolder(data)
})

async function start(
  ...args: Parameters<typeof startServer> extends [string, ...infer Rest] ? Rest : never
): Promise<StartedServer> {
  const server = await startServer(data, ...args)
  servers.push(server)
  return server
}

async function signedOn(server: StartedServer, uin: number, word = password): Promise<RawClient> {
  const client = await RawClient.open(server)
  clients.push(client)
  await client.login(uin, word)
  return client
}

const user = (...args: readonly string[]): Promise<Ended> => {
  const [action, ...rest] = args as [string, ...string[]]
  return runSeekyou(['user', action, '--data', data, ...cheapHashes, ...rest])
}

/** One sentence that names what is wrong and what to do, and nothing that only a programmer can read. */
function expectOneSentence({ exitCode, stdout, stderr }: Ended, ...words: readonly string[]): void {
  expect(exitCode).toBeGreaterThan(0)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^seekyou: [^\n]+\n(\([^\n]+\)\n)?$/)
  for (const word of words) expect(stderr).toContain(word)
}

describe('a server that can start', () => {
  test('says where it listens, where its data lies, what to do next, and that it is ready', async () => {
    const server = await start()
    expect(server.port).toBeGreaterThan(0)
    expect(server.greeting).toMatch(new RegExp(`^udp 127\\.0\\.0\\.1:${server.port}$`, 'm'))
    expect(server.greeting).toContain(`data ${data}\n`)
    expect(server.greeting).toContain('user add')
    expect(server.greeting).toMatch(/^ready/m)
  })

  test('makes its data folder, with everything above it', async () => {
    const inner = join(data, 'a', 'b')
    const server = await startServer(inner)
    servers.push(server)
    expect(server.greeting).toContain(inner)
  })

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`stops at ${signal} without a complaint, and what it has acknowledged is there when it starts again`, async () => {
      await importUsers(data, anna, 2)
      const server = await start()
      const sender = await signedOn(server, anna)
      const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`)
      const numbers = texts.map((text) => sender.send(code.sendMessage, messageBody(boris, text)))
      await sender.expectAck(numbers[0]!)
      const { exitCode, stderr } = await server.stop(signal)
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
      const acknowledged = new Set(sender.received(code.ack).map(({ sequence }) => sequence))

      const recipient = await signedOn(await start(), boris)
      await recipient.command(code.fetchStored)
      await recipient.expect(code.storedEnd)
      const shown = recipient.received(code.stored).map(({ body }) => readStored(body).text)
      expect(shown).toEqual(expect.arrayContaining(texts.filter((_, index) => acknowledged.has(numbers[index]!))))
      expect(shown).toEqual(texts.filter((text) => shown.includes(text)))
    })
  }

  test('starts again on the port that it has just left', async () => {
    const first = await start()
    await first.stop()
    const second = await startServer(data, { flags: ['--udp', `127.0.0.1:${first.port}`] })
    servers.push(second)
    expect(second.port).toBe(first.port)
  })

  test('warns of a variable that means nothing, and guesses which one was meant', async () => {
    const server = await start({ env: { SEEKYOU_REGISTRATON: 'open' } })
    const { exitCode, stderr } = await server.stop()
    expect(exitCode).toBe(0)
    expect(stderr).toMatch(/^seekyou: warning: .*SEEKYOU_REGISTRATON.*SEEKYOU_REGISTRATION/)
  })

  test('takes its options from the environment, too', async () => {
    const server = await start({ env: { SEEKYOU_REGISTRATION: 'closed' } })
    const client = await RawClient.open(server)
    clients.push(client)
    client.send(code.register, Buffer.from([2, 0, 2, 0, 0x61, 0, 0x72, 0, 0, 0, 0, 0, 0, 0]))
    await client.expect(code.tryAgain)
  })
})

describe('a server that cannot start says so in one sentence', () => {
  const serve = (...flags: readonly string[]): Promise<Ended> =>
    runSeekyou(['serve', '--udp', '127.0.0.1:0', '--data', data, ...flags])

  test('when another program has its port', async () => {
    const socket = createSocket('udp4')
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
    const { port } = socket.address()
    const ended = await serve('--udp', `127.0.0.1:${port}`)
    await new Promise<void>((resolve) => socket.close(() => resolve()))
    expectOneSentence(ended, String(port), '--udp')
  })

  test('when the address is not one of this machine', async () => {
    expectOneSentence(await serve('--udp', '192.0.2.1:0'), '192.0.2.1', '--udp')
  })

  test('when its folder cannot be made or written to', async () => {
    const file = join(data, 'file')
    await writeFile(file, '')
    expectOneSentence(await serve('--data', join(file, 'below')), file, '--data')
    expectOneSentence(await serve('--data', file), file, '--data')
  })

  test('when a folder lies where its database should be', async () => {
    await mkdir(join(data, 'seekyou.db'))
    expectOneSentence(await serve(), data)
  })

  test('when its database is none', async () => {
    await writeFile(join(data, 'seekyou.db'), 'this is no database at all')
    expectOneSentence(await serve(), data)
  })

  test('when another server has the folder, which goes on undisturbed', async () => {
    await importUsers(data, anna, 1)
    const server = await start()
    const client = await signedOn(server, anna)
    expectOneSentence(await serve(), data, '--data')
    await client.command(code.keepAlive)
  })

  test('when an option is unknown or makes no sense', async () => {
    expectOneSentence(await serve('--upd', '4000'), '--upd')
    expectOneSentence(await serve('--udp', '127.0.0.1:70000'), '--udp', '70000')
    expectOneSentence(await serve('--registration', 'everybody'), 'everybody', 'open')
    expectOneSentence(await serve('--udp', '0.0.0.0:0', '--limits', 'off'), '--limits')
  })
})

describe('accounts', () => {
  test('made while no server runs can sign on as soon as one does', async () => {
    const { exitCode, stdout } = await user('add', '--uin', String(anna), '--nick', 'anna', '--password', 'apple')
    expect(exitCode).toBe(0)
    expect(stdout).toContain(String(anna))
    await signedOn(await start(), anna, 'apple')
  })

  test('made while the server runs can sign on at once', async () => {
    const server = await start()
    const { exitCode } = await user('add', '--uin', String(boris), '--nick', 'boris', '--password', 'birch')
    expect(exitCode).toBe(0)
    await signedOn(server, boris, 'birch')
    const { stdout } = await user('list')
    expect(stdout).toContain('boris')
  })

  test('removed while signed on are signed off, and do not come back', async () => {
    await importUsers(data, anna, 2)
    const server = await start()
    const client = await signedOn(server, anna)
    expect((await user('remove', String(anna), '--yes')).exitCode).toBe(0)
    await client.expect(code.forcedOffline)
    client.send(code.keepAlive)
    await client.expect(code.notConnected)
    client.sendLogin(anna, { password })
    await client.expect(code.badPassword)
    await signedOn(server, boris)
  })

  test('with a new password no longer sign on with the old one', async () => {
    await importUsers(data, anna, 1)
    const server = await start()
    expect((await user('set', String(anna), '--password', 'cherry')).exitCode).toBe(0)
    const client = await RawClient.open(server)
    clients.push(client)
    client.sendLogin(anna, { password })
    await client.expect(code.badPassword)
    await client.login(anna, 'cherry')
  })
})
