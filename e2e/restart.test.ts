// What clients notice when the server is stopped, or dies, and is there again: a pause. None of them signs on a second time.
import { expect, onTestFinished, test, vi } from 'vitest'
import { code, messageBody, readMessage, readOnline, readStatus, textCodeBody, u32, uins } from './bytes.ts'
import { RawClient } from './raw-client.ts'
import {
  importUsers,
  newDataFolder,
  password,
  removeDataFolder,
  type StartedServer,
  startServer,
} from './started-server.ts'
import { textsShownTo } from './use-server.ts'

const [anna, boris, clara, absent] = [100_001, 100_002, 100_003, 100_004] as const
const [away, doNotDisturb] = [1, 0x13] as const

/** What no client that is signed on may hear. */
const refusals: readonly number[] = [code.notConnected, code.forcedOffline, code.badPassword, code.tryAgain]

type End = (server: StartedServer) => Promise<unknown>
const ends: readonly (readonly [name: string, end: End])[] = [
  ['is stopped', (server) => server.stop()],
  ['dies', (server) => server.kill()],
]

/** A server that can be ended and started again where it was. At the end nobody may have been logged out. */
async function aHouse() {
  const data = await newDataFolder()
  const clients: RawClient[] = []
  await importUsers(data, anna, 4)
  let server = await startServer(data)
  onTestFinished(async () => {
    await Promise.all(clients.map((client) => client.close()))
    await server.kill()
    await removeDataFolder(data)
  })
  return {
    async signedOn(uin: number, fields: { readonly status?: number } = {}): Promise<RawClient> {
      const client = await RawClient.open(server)
      clients.push(client)
      await client.login(uin, password, fields)
      return client
    },
    /** Ends the server, when what it knows is on the disk: the disk keeps everything in order, and this message last. */
    async restart(end: End, meanwhile: () => void = () => {}): Promise<void> {
      await clients[0]!.command(code.sendMessage, messageBody(absent, 'to be stored'))
      await end(server)
      meanwhile()
      server = await startServer(data, { port: server.port })
    },
    expectNobodyLoggedOut(): void {
      for (const { log } of clients) expect(log.filter(({ code: command }) => refusals.includes(command))).toEqual([])
    },
  }
}

test.for(ends)('when the server %s, people go on talking when it is back', async ([, end]) => {
  const house = await aHouse()
  const [a, b] = [await house.signedOn(anna), await house.signedOn(boris)]
  await a.command(code.sendMessage, messageBody(boris, 'before'))
  await b.expect(code.message)
  await house.restart(end)
  await a.command(code.sendMessage, messageBody(boris, 'after'))
  await b.expect(code.message)
  await b.command(code.sendMessage, messageBody(anna, 'good'))
  await a.expect(code.message)
  expect(textsShownTo(b)).toEqual(['before', 'after'])
  expect(textsShownTo(a)).toEqual(['good'])
  house.expectNobodyLoggedOut()
})

test.for(ends)('when the server %s, what is said to nobody is said again and shown once', async ([, end]) => {
  const house = await aHouse()
  const [a, b] = [await house.signedOn(anna), await house.signedOn(boris)]
  let unheard = 0
  await house.restart(end, () => {
    unheard = a.send(code.sendMessage, messageBody(boris, 'is anybody there?'))
  })
  for (const _ of [1, 2]) {
    a.send(code.sendMessage, messageBody(boris, 'is anybody there?'), { sequence: unheard })
    await a.expectAck(unheard)
  }
  await b.expect(code.message)
  await b.caughtUp()
  expect(textsShownTo(b)).toEqual(['is anybody there?'])
  house.expectNobodyLoggedOut()
})

test.for(ends)('when the server %s, contacts are still told who comes, changes and goes', async ([, end]) => {
  const house = await aHouse()
  const [a, b] = [await house.signedOn(anna), await house.signedOn(boris)]
  await a.command(code.contacts, uins(boris, clara))
  await a.expect(code.contactsEnd)
  await house.restart(end)
  await b.command(code.changeStatus, u32(away))
  expect(readStatus((await a.expect(code.statusUpdate)).body)).toEqual({ uin: boris, status: away })
  const c = await house.signedOn(clara)
  expect(readOnline((await a.expect(code.online, ({ body }) => readOnline(body).uin === clara)).body).uin).toBe(clara)
  await c.command(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  expect((await a.expect(code.offline)).body).toEqual(u32(clara))
  house.expectNobodyLoggedOut()
})

test.for(ends)(
  'when the server %s, people are shown as they wanted to be, and to whom they wanted',
  async ([, end]) => {
    const house = await aHouse()
    const [a, b] = [await house.signedOn(anna), await house.signedOn(boris)]
    await a.command(code.changeStatus, u32(doNotDisturb))
    await b.command(code.invisibleTo, uins(clara))
    await house.restart(end)
    const c = await house.signedOn(clara)
    await c.command(code.contacts, uins(anna, boris))
    await c.expect(code.contactsEnd)
    expect(c.received(code.online).map(({ body }) => readOnline(body))).toMatchObject([
      { uin: anna, status: doNotDisturb },
    ])
    house.expectNobodyLoggedOut()
  },
)

test('a message on its way when the server is stopped comes again under its number', async () => {
  const house = await aHouse()
  const [a, b] = [await house.signedOn(anna), await house.signedOn(boris)]
  b.acknowledges = ({ code: command }) => command !== code.message
  await a.command(code.sendMessage, messageBody(boris, 'on its way'))
  const first = await b.expect(code.message)
  await house.restart((server) => server.stop())
  await untilAsked(b, () => b.received(code.message).length > 1)
  const again = await b.expect(code.message)
  expect(again.bytes).toEqual(first.bytes)
  b.acknowledges = () => true
  b.ack(again)
  await a.command(code.sendMessage, messageBody(boris, 'next'))
  const next = await b.expect(code.message, ({ body }) => readMessage(body).text === 'next')
  expect(next.sequence).not.toBe(first.sequence)
  house.expectNobodyLoggedOut()
})

test('a command that was acknowledged before the server was stopped is acknowledged again after it, and does nothing', async () => {
  const house = await aHouse()
  const [a, b] = [await house.signedOn(anna), await house.signedOn(boris)]
  const sequence = await a.command(code.sendMessage, messageBody(boris, 'once'))
  await b.expect(code.message)
  await house.restart((server) => server.stop())
  a.send(code.sendMessage, messageBody(boris, 'once'), { sequence })
  await a.expectAck(sequence)
  await a.command(code.sendMessage, messageBody(boris, 'twice'))
  await b.expect(code.message)
  expect(textsShownTo(b)).toEqual(['once', 'twice'])
  house.expectNobodyLoggedOut()
})

test('what was stored for somebody who had fetched everything before the server died reaches them without their asking', async () => {
  const house = await aHouse()
  const [a, b] = [await house.signedOn(anna), await house.signedOn(boris)]
  await b.command(code.fetchStored)
  await b.expect(code.storedEnd)
  b.acknowledges = ({ code: command }) => command !== code.message
  await a.command(code.sendMessage, messageBody(boris, 'kept'))
  await house.restart((server) => server.kill())
  b.forget()
  b.acknowledges = () => true
  await untilAsked(b, () => b.log.some(({ code: command }) => command === code.message || command === code.stored))
  house.expectNobodyLoggedOut()
})

test('who signed off before the server died need not fear to be shown', async () => {
  const house = await aHouse()
  const [a, b] = [await house.signedOn(anna), await house.signedOn(boris)]
  await a.command(code.contacts, uins(boris))
  await a.expect(code.online)
  await b.command(code.textCode, textCodeBody('B_USER_DISCONNECTED'))
  await a.expect(code.offline)
  await house.restart((server) => server.kill())
  const c = await house.signedOn(clara)
  await c.command(code.contacts, uins(anna, boris))
  await c.expect(code.contactsEnd)
  expect(c.received(code.online).map(({ body }) => readOnline(body).uin)).toEqual([anna])
  house.expectNobodyLoggedOut()
})

/** Asks, as some clients of the time do, for what has been sent and not acknowledged, until it is there; the others wait for ten seconds. */
async function untilAsked(client: RawClient, isThere: () => boolean): Promise<void> {
  const ask = (): boolean => {
    client.send(code.textCode, textCodeBody('B_MESSAGE_ACK'))
    return isThere()
  }
  await vi.waitUntil(ask, { timeout: 25_000, interval: 100 })
}
