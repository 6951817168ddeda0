import { expect, test } from 'vitest'
import type { MessageEvent, UserEvent } from './events.ts'
import { type TestNetwork, testNetwork } from './testing/index.ts'
import type { User } from './user.ts'

const [annUin, bobUin, catUin] = [1001, 1002, 1003]
const minute = 60_000

/** Everything that somebody is told, as it happens. */
function diary(user: User): UserEvent[] {
  const events: UserEvent[] = []
  user.on('*', (event) => events.push(event))
  return events
}

const messages = (events: readonly UserEvent[]): MessageEvent[] =>
  events.filter((event): event is MessageEvent => 'raw' in event)
const textsOf = (events: readonly UserEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'message' ? [event.text] : []))

async function twoPeople(): Promise<{ network: TestNetwork; ann: User; bob: User }> {
  const network = testNetwork()
  const ann = await network.connect({ uin: annUin, contacts: [bobUin] })
  const bob = await network.connect({ uin: bobUin, contacts: [annUin] })
  return { network, ann, bob }
}

test('contacts come, change and go', async () => {
  const network = testNetwork()
  const ann = await network.connect({ uin: annUin, contacts: [bobUin] })
  const events = diary(ann)
  expect(ann.contacts.list()).toEqual([{ uin: bobUin, status: undefined }])
  const bob = await network.connect({ uin: bobUin, status: 'freeForChat' })
  await network.until(() => ann.contacts.get(bobUin)?.status === 'freeForChat')
  bob.setStatus('notAvailable')
  await network.until(() => ann.contacts.get(bobUin)?.status === 'notAvailable')
  bob.setStatus('invisible')
  await network.until(() => ann.contacts.get(bobUin)?.status === undefined)
  expect(bob.status).toBe('invisible')
  bob.visibleTo.add(annUin)
  await network.until(() => ann.contacts.get(bobUin)?.status === 'online')
  await network.finish(bob.signOff())
  await network.until(() => events.length === 5)
  expect(events).toEqual([
    { type: 'online', uin: bobUin, status: 'freeForChat' },
    { type: 'statusChanged', uin: bobUin, status: 'notAvailable' },
    { type: 'offline', uin: bobUin },
    { type: 'online', uin: bobUin, status: 'online' },
    { type: 'offline', uin: bobUin },
  ])
})

test('somebody added is told so, somebody removed is not heard of any more', async () => {
  const network = testNetwork()
  const ann = await network.connect({ uin: annUin })
  const bob = await network.connect({ uin: bobUin })
  const [annHears, bobHears] = [diary(ann), diary(bob)]
  ann.contacts.add(bobUin)
  await network.until(() => bobHears.some(({ type }) => type === 'added'))
  await network.until(() => ann.contacts.get(bobUin)?.status === 'online')
  ann.contacts.remove(bobUin)
  expect(ann.contacts.size).toBe(0)
  bob.setStatus('away')
  await network.pass(minute)
  expect(annHears.map(({ type }) => type)).toEqual(['online'])
  expect(() => ann.contacts.add(bobUin, 0)).toThrow(RangeError)
  expect(ann.contacts.size).toBe(0)
})

test('who is on the invisible list sees nothing', async () => {
  const network = testNetwork()
  const ann = await network.connect({ uin: annUin, contacts: [bobUin] })
  const bob = await network.connect({ uin: bobUin, invisibleTo: [annUin] })
  await network.pass(minute)
  expect(ann.contacts.get(bobUin)?.status).toBeUndefined()
  bob.invisibleTo.remove(annUin)
  await network.until(() => ann.contacts.get(bobUin)?.status === 'online')
  expect(() => bob.visibleTo.set(Array.from({ length: 256 }, (_, index) => 2_000 + index))).toThrow(
    'A list of 256 people is too long: 255 is the most.',
  )
  expect(bob.visibleTo.list()).toEqual([])
})

test('a text arrives whole and in order, however long it is, and send resolves when the server has it', async () => {
  const { network, ann, bob } = await twoPeople()
  const heard = diary(bob)
  expect(await network.finish(ann.send(bobUin, 'Hello,\nBob'))).toEqual({ via: 'server' })
  const long = 'It was a dark and stormy night; '.repeat(60)
  await network.finish(ann.send(bobUin, long))
  await network.until(() => textsOf(heard).join('').length >= long.length)
  expect(textsOf(heard)[0]).toBe('Hello,\nBob')
  expect(textsOf(heard).slice(1).join('')).toBe(long)
  expect(messages(heard)[0]).toMatchObject({
    from: annUin,
    kind: 1,
    via: 'server',
    isProven: true,
    isStored: false,
    isToSeveral: false,
    raw: new TextEncoder().encode('Hello,\r\nBob'),
  })
})

test('every kind of message', async () => {
  const network = testNetwork()
  const ann = await network.connect({ uin: annUin, codePage: 'windows-1251' })
  const bob = await network.connect({ uin: bobUin, codePage: 'windows-1251' })
  const heard = diary(bob)
  await network.finish(ann.sendUrl(bobUin, 'http://example.org/', { description: 'Моя страница' }))
  await network.finish(ann.sendContacts(bobUin, [{ uin: catUin, nick: 'Катя' }]))
  await network.finish(ann.requestAuthorization(bobUin, 'Это я', { nick: 'Аня', email: 'ann@example.org' }))
  await network.finish(ann.authorize(bobUin))
  await network.finish(ann.refuse(bobUin, 'Нет'))
  await network.finish(ann.sayAdded(bobUin, { nick: 'Аня' }))
  await network.until(() => messages(heard).length === 6)
  expect(heard).toMatchObject([
    { type: 'url', url: 'http://example.org/', description: 'Моя страница' },
    { type: 'contacts', contacts: [{ uin: catUin, nick: 'Катя' }] },
    { type: 'authorizationRequested', nick: 'Аня', reason: 'Это я' },
    { type: 'authorizationGranted' },
    { type: 'authorizationRefused', reason: 'Нет' },
    { type: 'added', nick: 'Аня' },
  ])
})

test('to several people at once', async () => {
  const { network, ann, bob } = await twoPeople()
  const heard = diary(bob)
  await network.finish(ann.send([bobUin, annUin], 'to all'))
  await network.until(() => messages(heard).length === 1)
  expect(messages(heard)[0]).toMatchObject({ type: 'message', text: 'to all', kind: 1, isToSeveral: true })
})

test('what the operator says', async () => {
  const { network, ann } = await twoPeople()
  const heard = diary(ann)
  network.server().announce('Back in an hour')
  await network.until(() => messages(heard).length === 1)
  expect(messages(heard)[0]).toMatchObject({ type: 'broadcast', from: 1, text: 'Back in an hour' })
})

test('messages wait for somebody who is off line, with their time', async () => {
  const network = testNetwork()
  const ann = await network.connect({ uin: annUin })
  network.addUser(bobUin)
  const sentAt = network.wall
  await network.finish(ann.send(bobUin, 'one'))
  await network.finish(ann.send(bobUin, 'two'))
  await network.pass(60 * minute)
  const heard: UserEvent[] = []
  const bob = await network.connect({ uin: bobUin })
  bob.on('message', (event) => heard.push(event))
  await network.until(() => heard.length === 2)
  // Nothing keeps two datagrams in order on their last way.
  expect(textsOf(heard).sort()).toEqual(['one', 'two'])
  for (const message of messages(heard)) {
    expect(message.isStored).toBe(true)
    expect(Math.abs(message.sentAt - sentAt)).toBeLessThan(minute)
  }
})

test('profiles, search, password', async () => {
  const { network, ann, bob } = await twoPeople()
  await network.finish(bob.updateInfo({ nick: 'Bobby', first: 'Robert', email: 'bob@example.org' }))
  await network.finish(bob.updateExtInfo({ city: 'Riga', age: 33, sex: 'male', about: 'one\ntwo' }))
  expect(await network.finish(ann.info(bobUin))).toMatchObject({ nick: 'Bobby', first: 'Robert', last: '' })
  expect(await network.finish(ann.extInfo(bobUin))).toMatchObject({
    city: 'Riga',
    age: 33,
    sex: 'male',
    about: 'one\ntwo',
    zip: undefined,
  })
  expect(await network.finish(ann.find({ nick: 'Bob' }))).toMatchObject({
    found: [{ uin: bobUin, nick: 'Bobby' }],
    hasMore: false,
  })
  expect((await network.finish(ann.find({ uin: bobUin }))).found).toHaveLength(1)
  expect((await network.finish(ann.find({ nick: 'Nobody' }))).found).toEqual([])
  expect(await network.finish(ann.info(4_711))).toBeUndefined()
  await network.finish(bob.changePassword('another'))
  await network.finish(bob.signOff())
  await expect(network.connect({ uin: bobUin, password: 'secret' })).rejects.toMatchObject({
    name: 'SignOnError',
    because: 'password',
  })
  const again = await network.connect({ uin: bobUin, password: 'another' })
  expect(again.state).toBe('online')
})

test('away: told once through the server in each away period', async () => {
  const { network, ann, bob } = await twoPeople()
  const heard = diary(bob)
  ann.setStatus('away', { text: 'Back at five' })
  expect([ann.status, ann.ownAwayText]).toEqual(['away', 'Back at five'])
  await network.finish(bob.send(annUin, 'one'))
  await network.finish(bob.send(annUin, 'two'))
  await network.pass(minute)
  expect(textsOf(heard)).toEqual(['Back at five'])
  ann.setStatus('online')
  await network.finish(bob.send(annUin, 'three'))
  await network.pass(15 * minute)
  ann.setStatus('occupied')
  await network.finish(bob.send(annUin, 'four'))
  await network.pass(minute)
  expect(textsOf(heard)).toEqual(['Back at five', 'Back at five'])
})

test('two programs that are away do not talk to each other', async () => {
  const { network, ann, bob } = await twoPeople()
  const [annHears, bobHears] = [diary(ann), diary(bob)]
  ann.setStatus('away', { text: 'ann is away' })
  bob.setStatus('away', { text: 'bob is away' })
  await network.finish(bob.send(annUin, 'are you there?'))
  await network.pass(10 * minute)
  expect(textsOf(annHears)).toEqual(['are you there?'])
  expect(textsOf(bobHears)).toEqual(['ann is away'])
})

test('whoever is answered by the program itself, or hides, says nothing automatically', async () => {
  const { network, ann, bob } = await twoPeople()
  const heard = diary(bob)
  const stop = ann.on('message', ({ from }) => ann.send(from, 'by hand'))
  ann.setStatus('away', { text: 'automatic' })
  await network.finish(bob.send(annUin, 'one'))
  await network.pass(minute)
  expect(textsOf(heard)).toEqual(['by hand'])
  stop()
  ann.setStatus('online')
  await network.pass(20 * minute)
  ann.setStatus('away', { isInvisible: true })
  await network.finish(bob.send(annUin, 'two'))
  await network.pass(minute)
  expect(textsOf(heard)).toEqual(['by hand'])
})

test('signing off lets what was written go out, and ends everything', async () => {
  const { network, ann, bob } = await twoPeople()
  const heard = diary(bob)
  const events = diary(ann)
  const sent = ann.send(bobUin, 'bye')
  const never = ann.once('message')
  never.catch(() => {})
  await network.finish(ann.signOff())
  expect(await sent).toEqual({ via: 'server' })
  await network.until(() => textsOf(heard).length === 1)
  expect(events.at(-1)).toEqual({ type: 'state', state: 'offline', because: 'signedOff' })
  expect(ann.state).toBe('offline')
  await expect(never).rejects.toMatchObject({ name: 'SignedOff' })
  await expect(ann.send(bobUin, 'x')).rejects.toMatchObject({ name: 'SendError', because: 'signedOff' })
  await expect(ann.info(bobUin)).rejects.toMatchObject({ name: 'SignedOff' })
  await ann.signOff()
})

test('used as a resource, a user signs off at the end', async () => {
  const network = testNetwork()
  const ann = await network.connect({ uin: annUin })
  await network.finish(ann[Symbol.asyncDispose]())
  expect(ann.state).toBe('offline')
})

test('events one by one, until the end', async () => {
  const { network, ann, bob } = await twoPeople()
  const types: string[] = []
  const reading = (async () => {
    for await (const { type } of ann.events()) types.push(type)
  })()
  await network.finish(bob.send(annUin, 'hi'))
  await network.until(() => types.includes('message'))
  await network.finish(ann.signOff())
  await reading
  expect(types.filter((type) => type !== 'online')).toEqual(['message', 'state'])
})

test('what was never meant is refused at once, in a sentence', async () => {
  const { network, ann } = await twoPeople()
  await expect(ann.send(0, 'x')).rejects.toThrow('0 is not a UIN')
  expect(() => ann.setStatus('asleep' as never)).toThrow('asleep is no status: use one of ')
  await expect(network.connect({ uin: 1.5 })).rejects.toThrow(RangeError)
  await expect(network.connect({ uin: catUin, codePage: 'utf-8' as never })).rejects.toThrow('utf-8 is no code page')
  await expect(ann.sendUrl(bobUin, `http://example.org/${'x'.repeat(450)}`)).rejects.toMatchObject({
    because: 'tooLong',
  })
})
