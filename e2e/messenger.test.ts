// A chat program, as browsers run it, with the real program on the other side.
import type { Uin } from '@seekyou/language'
import { type Messenger, type MessengerOptions, memoryHistory, memoryNotebook, openMessenger } from '@seekyou/messenger'
import { nodeWorld } from '@seekyou/sdk'
import { codePage } from '@seekyou/wire'
import { afterEach, expect, test, vi } from 'vitest'
import { code, messageBody } from './bytes.ts'
import { type CuttableLine, openCut } from './cut.ts'
import { importUsers, newDataFolder, password, removeDataFolder, startServer } from './started-server.ts'
import { textsShownTo, useServer } from './use-server.ts'

const patience = { timeout: 20_000, interval: 50 }
const place = useServer({ flags: ['--http', '127.0.0.1:0', '--registration', 'invite'] })
const cleanUp: (() => unknown)[] = []

afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close()
})

/** Everything that a browser keeps. */
type Kept = Pick<MessengerOptions, 'history' | 'notebook'>
const newBrowser = (): Kept => ({ history: memoryHistory(), notebook: memoryNotebook() })

async function open(uin: Uin, options: Partial<MessengerOptions> = {}): Promise<Messenger> {
  const messenger = openMessenger({
    server: `ws://${place.server.http}/datagrams`,
    uin,
    password,
    codePage: 'windows-1252',
    ...newBrowser(),
    world: nodeWorld(),
    onTrouble: (error) => expect.unreachable(`${error}`),
    ...options,
  })
  cleanUp.push(() => messenger.signOff())
  await vi.waitUntil(() => messenger.line.get().state === 'online' && messenger.isListRestored.get(), patience)
  return messenger
}

const newUin = (): Uin => place.newUin() as Uin
const texts = (messenger: Messenger, uin: Uin): string[] =>
  messenger
    .conversation(uin)
    .get()
    .entries.flatMap(({ content }) => ('text' in content ? content.text : []))

async function line(): Promise<CuttableLine> {
  const opened = await openCut(place.server.http!)
  cleanUp.push(() => opened.close())
  return opened
}

test('two messengers and a client of the time talk, Cyrillic intact', async () => {
  const [annUin, bobUin] = [newUin(), newUin()]
  const [ann, bob] = [await open(annUin, { codePage: 'windows-1251' }), await open(bobUin)]
  const old = await place.signedOn()
  const oldUin = old.uin as Uin
  for (const uin of [bobUin, oldUin]) {
    ann.addContact(uin)
    ann.conversation(uin)
  }
  bob.conversation(annUin)
  await vi.waitUntil(() => [bobUin, oldUin].every((uin) => ann.people.get().get(uin)?.status === 'online'), patience)
  const words = 'Ёжик, «№ 5» — привет всем, это проверка'
  ann.send(bobUin, words)
  await vi.waitUntil(() => texts(bob, annUin)[0] === words, patience)
  bob.send(annUin, `${words}!`)
  await vi.waitUntil(() => texts(ann, bobUin)[1] === `${words}!`, patience)
  ann.send(oldUin, words)
  const encoded = Buffer.from(codePage('windows-1251').encode(words)).toString('latin1')
  await vi.waitUntil(() => textsShownTo(old).includes(encoded), patience)
  await old.command(code.sendMessage, messageBody(annUin, 'ok'))
  await vi.waitUntil(() => texts(ann, oldUin)[1] === 'ok', patience)
  await vi.waitUntil(() => ann.traffic.get().roundTripMs !== undefined, patience)
})

test('a cut line and a reload: nothing is lost', async () => {
  const wire = await line()
  const server = `ws://${wire.address}/datagrams`
  const [annUin, bobUin] = [newUin(), newUin()]
  const browser = newBrowser()
  const ann = await open(annUin, { ...browser, server })
  const bob = await open(bobUin)
  bob.conversation(annUin)
  ann.send(bobUin, 'one')
  wire.cut()
  ann.send(bobUin, 'two')
  await vi.waitUntil(() => texts(bob, annUin).length === 2, patience)
  await bob.signOff()
  ann.send(bobUin, 'three')
  await ann.signOff()
  const again = await open(annUin, { ...browser, server })
  again.conversation(bobUin)
  const states = () =>
    again
      .conversation(bobUin)
      .get()
      .entries.map(({ state }) => state)
  await vi.waitUntil(() => states().join() === 'accepted,accepted,accepted', patience)
  const later = await open(bobUin)
  later.conversation(annUin)
  await vi.waitUntil(() => texts(later, annUin).includes('three'), patience)
})

test('a new browser finds the contact list, the names and the settings', async () => {
  const [annUin, bobUin, catUin] = [newUin(), newUin(), newUin()]
  const first = await open(annUin)
  first.addContact(bobUin, { name: 'Борис', group: 'Friends' })
  first.addContact(catUin)
  first.mute(catUin, true)
  first.changeSettings({ groups: ['Friends'], enterSends: false })
  await open(bobUin)
  await vi.waitUntil(() => first.people.get().get(bobUin)?.status === 'online', patience)
  await first.signOff()
  const second = await open(annUin)
  expect(second.people.get().get(bobUin)).toMatchObject({ name: 'Борис', group: 'Friends', isContact: true })
  expect(second.people.get().get(catUin)).toMatchObject({ isContact: true, isMuted: true })
  expect(second.settings.get()).toMatchObject({ groups: ['Friends'], enterSends: false })
  await vi.waitUntil(() => second.people.get().get(bobUin)?.status === 'online', patience)
  const third = await open(annUin)
  await vi.waitUntil(() => second.line.get().state === 'offline', patience)
  expect(second.line.get()).toEqual({ state: 'offline', because: 'elsewhere' })
  expect(third.people.get().get(bobUin)?.name).toBe('Борис')
})

test('a server that is started again: everybody comes back by themselves, and what was written meanwhile goes', async () => {
  const data = await newDataFolder()
  cleanUp.push(() => removeDataFolder(data))
  await importUsers(data, 1_001, 2)
  let started = await startServer(data, { flags: ['--http', '127.0.0.1:0'] })
  cleanUp.push(() => started.kill())
  const { http, port } = started
  const [annUin, bobUin] = [1_001, 1_002] as unknown as [Uin, Uin]
  const server = `ws://${http}/datagrams`
  const [ann, bob] = [await open(annUin, { server }), await open(bobUin, { server })]
  ann.addContact(bobUin)
  bob.conversation(annUin)
  await vi.waitUntil(() => ann.people.get().get(bobUin)?.status === 'online', patience)
  await started.kill()
  await vi.waitUntil(() => ann.line.get().state === 'reconnecting', patience)
  expect(ann.people.get().get(bobUin)?.status).toBeUndefined()
  ann.send(bobUin, 'still there?')
  started = await startServer(data, { port, flags: ['--http', http!] })
  for (const messenger of [ann, bob]) messenger.callNow()
  await vi.waitUntil(() => texts(bob, annUin).includes('still there?'), patience)
  await vi.waitUntil(() => ann.people.get().get(bobUin)?.status === 'online', patience)
})

test('an invite for a friend', async () => {
  const ann = await open(newUin())
  expect(await ann.makeInvite()).toEqual({ code: expect.any(String), expiresAt: expect.any(Number) })
  await ann.makeInvite()
  await ann.makeInvite()
  await expect(ann.makeInvite()).rejects.toThrow(/invite/)
})
