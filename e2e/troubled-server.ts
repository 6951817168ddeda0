// Servers whose disk gives trouble, and the people on them. Everything is closed and removed after each test.
import { afterEach, expect, vi } from 'vitest'
import { code, messageBody, readStored } from './bytes.ts'
import { RawClient } from './raw-client.ts'
import { runSeekyou } from './run-seekyou.ts'
import {
  newDataFolder,
  password,
  removeDataFolder,
  type ServerOptions,
  type StartedServer,
  startServer,
} from './started-server.ts'
import { textsShownTo } from './use-server.ts'

/** How long `vi.waitFor` waits for what must come. */
export const patience = { timeout: 20_000, interval: 100 }

/** What is to be cleared away after the test, the last first. */
export const leftovers: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const clear of leftovers.splice(0).reverse()) await clear()
})

/** An empty data folder. */
export async function newData(): Promise<string> {
  const data = await newDataFolder()
  leftovers.push(() => removeDataFolder(data))
  return data
}

/** A server, killed after the test. */
export async function start(data: string, options?: ServerOptions): Promise<StartedServer> {
  const server = await startServer(data, options)
  leftovers.push(() => server.kill())
  return server
}

/** A client that has said nothing yet. */
export async function client(server: StartedServer): Promise<RawClient> {
  const opened = await RawClient.open(server)
  leftovers.push(() => opened.close())
  return opened
}

/** A client that is signed on. */
export async function signedOn(server: StartedServer, uin: number): Promise<RawClient> {
  const guest = await client(server)
  await guest.login(uin, password)
  return guest
}

/** What `seekyou status` says. */
export async function status({
  data,
}: {
  data: string
}): Promise<{ storeCalls: number; counters: Record<string, number> }> {
  const { stdout, stderr } = await runSeekyou(['status', '--json', '--data', data])
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout)
}

/** How often the store has failed so far. */
export const failuresOf = async (server: StartedServer): Promise<number> =>
  (await status(server)).counters.storeFailures ?? 0

/** The errors that a server has logged, as they stand in the log. */
export const errorsIn = (stderr: string): string[] => stderr.match(/^\{"level":50.*$/gm) ?? []

/** Whether this command has been acknowledged so far. */
export const isAcknowledged = (guest: RawClient, sequence: number): boolean =>
  guest.received(code.ack).some((ack) => ack.sequence === sequence)

/** Fetches what is stored. */
export async function storedTexts(guest: RawClient): Promise<string[]> {
  await guest.command(code.fetchStored)
  await guest.expect(code.storedEnd)
  return guest.received(code.stored).map(({ body }) => readStored(body).text)
}

/** Somebody on line is told something, and whoever said it is acknowledged. */
export async function talk(from: RawClient, to: RawClient, text: string): Promise<void> {
  await from.command(code.sendMessage, messageBody(to.uin, text))
  await vi.waitFor(() => expect(textsShownTo(to)).toContain(text), patience)
}
