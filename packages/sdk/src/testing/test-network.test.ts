import { expect, test } from 'vitest'
import { CannotReach, SignOnError } from '../errors.ts'
import { testNetwork } from './index.ts'

test('people write to each other, and hours pass', async () => {
  const network = testNetwork()
  const ann = await network.connect({ uin: 1001, contacts: [1002] })
  const bob = await network.connect({ uin: 1002 })
  const heard: string[] = []
  ann.on('message', ({ from, text }) => heard.push(`${from}: ${text}`))
  expect(await network.finish(bob.send(1001, 'hello'))).toEqual({ via: 'server' })
  await network.until(() => heard.length)
  expect(heard).toEqual(['1002: hello'])
  await network.pass(10 * 3_600_000)
  expect(ann.state).toBe('online')
  expect(ann.contacts.get(1002)?.status).toBe('online')
  expect(network.wall - Date.UTC(1998, 8, 1)).toBe(Math.floor(network.now))
})

test('the same seed, the same course of events', async () => {
  const story = async (seed: number) => {
    const network = testNetwork({ seed })
    const ann = await network.person(1001)
    const bob = await network.connect({ uin: 1002 })
    await network.finish(bob.send(1001, 'hello'))
    await network.until(() => ann.heard.length)
    return network.now
  }
  expect(await story(7)).toBe(await story(7))
  expect(await story(7)).not.toBe(await story(8))
})

test('a password is checked, a name may lead nowhere, and several servers are several networks', async () => {
  const network = testNetwork({ servers: ['one.example.org', 'two.example.org'] })
  network.addUser(1001, 'right', 'two.example.org')
  await expect(network.connect({ uin: 1001, password: 'wrong', server: 'two.example.org' })).rejects.toThrow(
    SignOnError,
  )
  await network.connect({ uin: 1001, password: 'right', server: 'two.example.org' })
  await network.connect({ uin: 1001 })
  expect(() => network.server('three.example.org')).toThrow('There is no server three.example.org')
  const { openRoad } = network.newWorld()
  await expect(
    openRoad(
      'three.example.org',
      () => {},
      () => {},
    ),
  ).rejects.toThrow(CannotReach)
})

test('bad roads, a kick, an announcement, a closed registration', async () => {
  const network = testNetwork()
  const server = network.server()
  const ann = await network.person(1001)
  server.roads = { ...server.roads, loss: { ...server.roads.loss, whileGood: 0.5 } }
  const bob = await network.connect({ uin: 1002 })
  await network.finish(bob.send(1001, 'through the storm'), { withinMs: 600_000 })
  await network.until(() => ann.texts.includes('through the storm'), { withinMs: 600_000 })
  server.roads = { ...server.roads, loss: { ...server.roads.loss, whileGood: 0 } }
  const said = ann.user.once('broadcast')
  server.announce('Tea at five.')
  expect((await network.finish(said)).text).toBe('Tea at five.')
  const left = ann.user.once('state')
  server.kick(ann.user.uin)
  expect((await network.finish(left)).because).toBe('signedOffElsewhere')
})

test('a server that stops in order forgets nothing', async () => {
  const network = testNetwork()
  const ann = await network.person(1001)
  network.addUser(1002)
  await ann.say(1002, 'for later')
  network.server().stop()
  await network.pass(20_000)
  network.server().start()
  const bob = await network.person(1002)
  await network.until(() => bob.texts.includes('for later'), { withinMs: 200_000 })
})

test('what never happens is said, with the question', async () => {
  const network = testNetwork()
  await expect(network.until(() => network.now < 0, { withinMs: 1_000 })).rejects.toThrow('network.now < 0')
})

test('people reach each other without the server, and send files', async () => {
  const network = testNetwork()
  const peers = { ports: [1200, 1300] } as const
  const ann = await network.connect({ uin: 1001, contacts: [1002], peers })
  const bob = await network.connect({ uin: 1002, contacts: [1001], peers })
  await network.until(() => ann.contacts.get(1002)?.status && bob.contacts.get(1001)?.status)
  expect(await network.finish(ann.send(1002, 'hello', { via: 'peer' }))).toMatchObject({ via: 'peer' })
  network.files.set('/ann/notes.txt', Uint8Array.of(1, 2, 3))
  network.files.set('/bob/notes.txt', Uint8Array.of(9))
  bob.on('filesOffered', (offer) => offer.accept({ folder: '/bob' }))
  const transfer = await network.finish(ann.sendFiles(1002, ['/ann/notes.txt']))
  await network.finish(transfer.done)
  await network.until(() => network.files.get('/bob/notes (2).txt'))
  expect(network.files.get('/bob/notes (2).txt')).toEqual(Uint8Array.of(1, 2, 3))
  expect(network.files.get('/bob/notes.txt')).toEqual(Uint8Array.of(9))
  await expect(network.finish(ann.sendFiles(1002, ['/ann/none']))).rejects.toThrow('no such file')
})
