import { clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import type { Client } from './testing/client.ts'
import { text } from './testing/client.ts'
import { World } from './testing/world.ts'

function register(client: Client, sequence: number, password = 'secret'): void {
  client.say(clientPackets.newUserReg, { regSeq: 2, password: text(password), build: 0x72, zero: 0 }, sequence)
}

const stranger = (world: World, options = {}): Client => world.person(5, { register: false, ...options })

test('the first page of the wizard is acknowledged and nothing else', () => {
  const world = new World()
  const newcomer = stranger(world)
  newcomer.say(clientPackets.openRegistration, {}, 1)
  newcomer.repeat()
  expect(newcomer.news()).toEqual(['ack 1', 'ack 1'])
})

test('a newcomer gets a number, and can sign on with it', () => {
  const world = new World()
  const newcomer = stranger(world)
  register(newcomer, 3)
  expect(newcomer.news()).toEqual(['ack 3', 'newUserUin 3'])
  expect(newcomer.last('newUserUin')?.value).toEqual({ regSeq: 2, newUin: 10_000 })
  expect(world.noted('registered')).toMatchObject([{ uin: 10_000, address: newcomer.address }])
  const member = world.person(10_000, { register: false })
  member.login()
  expect(member.news()).toEqual(['ack 1', 'loginReply 0'])
})

test('COMPAT Licq: the same request gets the same number, for ten minutes', () => {
  const world = new World()
  const newcomer = stranger(world)
  register(newcomer, 3)
  newcomer.repeat()
  world.pass(599_999)
  newcomer.repeat()
  expect(newcomer.news()).toEqual(Array.from({ length: 3 }, () => ['ack 3', 'newUserUin 3']).flat())
  expect(newcomer.last('newUserUin')?.value).toEqual({ regSeq: 2, newUin: 10_000 })
  expect(world.store.plain.size).toBe(1)
  world.pass(1)
  newcomer.repeat()
  expect(newcomer.last('newUserUin')?.value).toEqual({ regSeq: 2, newUin: 10_001 })
})

test('the confirmation leaves after the account is stored; what is repeated meanwhile is absorbed', () => {
  const world = new World()
  const newcomer = stranger(world)
  world.store.ms = 300
  register(newcomer, 3)
  newcomer.repeat()
  world.pass(299)
  expect(newcomer.news()).toEqual([])
  world.pass(1)
  expect(newcomer.news()).toEqual(['ack 3', 'newUserUin 3'])
  expect(world.store.plain.size).toBe(1)
})

test('another request, from another address or with other words, gets another number', () => {
  const world = new World()
  const [one, two] = [stranger(world), stranger(world)]
  register(one, 3)
  register(one, 4)
  register(two, 3)
  expect([one, two].map((client) => client.last('newUserUin')?.value.newUin)).toEqual([10_001, 10_002])
})

test('a refusal is an ACK and a request to try again, the latter at most once a second', () => {
  const world = new World({ registration: 'closed' })
  const newcomer = stranger(world)
  register(newcomer, 3)
  expect(newcomer.news()).toEqual(['ack 3', 'tryAgain 3'])
  world.pass(999)
  newcomer.repeat()
  expect(newcomer.news()).toEqual(['ack 3'])
  world.pass(1)
  newcomer.repeat()
  expect(newcomer.news()).toEqual(['ack 3', 'tryAgain 3'])
  expect(world.noted('registrationRefused')).toHaveLength(1)
  expect(world.store.plain.size).toBe(0)
})

test('by invitation the password is the code', () => {
  const world = new World({ registration: 'invite' })
  const newcomer = stranger(world)
  register(newcomer, 3, 'guessed')
  expect(newcomer.news()).toEqual(['ack 3', 'tryAgain 3'])
  register(newcomer, 4, 'welcome')
  expect(newcomer.news()).toEqual(['ack 4', 'newUserUin 4'])
  expect([...world.store.plain.accounts()].map(({ passwordHash }) => passwordHash)).toEqual(['welcome'])
})

test('on a LAN only those of our own subnets get a number', () => {
  const world = new World({ registration: 'lan', isNear: (ip) => ip === 0x0a00_0001 })
  const [near, far] = [stranger(world), stranger(world, { ip: '192.0.2.1' })]
  register(near, 3)
  register(far, 3)
  expect([near.news(), far.news()]).toEqual([
    ['ack 3', 'newUserUin 3'],
    ['ack 3', 'tryAgain 3'],
  ])
})

test('while the store is away nobody gets a number', () => {
  const world = new World()
  const newcomer = stranger(world)
  world.store.isDown = true
  register(newcomer, 3)
  expect(newcomer.news()).toEqual(['ack 3', 'tryAgain 3'])
  world.store.isDown = false
  register(newcomer, 4)
  expect(newcomer.news()).toEqual(['ack 4', 'newUserUin 4'])
})

test('an address may register five times in ten minutes, whatever its ports', () => {
  const world = new World()
  const clients = Array.from({ length: 6 }, () => stranger(world))
  for (const client of clients) register(client, 3)
  expect(clients.map((client) => client.news()[1])).toEqual([...Array(5).fill('newUserUin 3'), 'tryAgain 3'])
  world.pass(600_000)
  const [, , , , , last] = clients as [Client, Client, Client, Client, Client, Client]
  register(last, 4)
  expect(last.news()).toEqual(['ack 4', 'newUserUin 4'])
})

test('a signed-on client may register, too', () => {
  const world = new World()
  const ann = world.guest(1_001)
  register(ann, 40)
  expect(ann.news()).toEqual(['ack 40', 'newUserUin 40'])
  ann.keepAlive()
  expect(ann.news()).toEqual(['ack 2'])
})

test('an empty password gets no number', () => {
  const world = new World()
  const newcomer = stranger(world)
  register(newcomer, 3, '')
  expect(newcomer.news()).toEqual(['ack 3', 'tryAgain 3'])
  expect(world.store.plain.size).toBe(0)
})

test('thirty numbers in ten minutes are all that strangers get', () => {
  const world = new World()
  const clients = Array.from({ length: 40 }, (_, host) => stranger(world, { ip: `192.0.2.${host}` }))
  for (const client of clients) register(client, 3)
  expect(clients.map((client) => client.news()[1])).toEqual([...Array(30).fill('newUserUin 3'), ...Array(10).fill('tryAgain 3')]) // biome-ignore format: one line
  expect(world.node.counters.registrationsRefused).toBe(10)
  world.pass(600_000)
  register(clients[39]!, 4)
  expect(clients[39]!.news()).toEqual(['ack 4', 'newUserUin 4'])
})

test('who can get no number anyway takes none away from others', () => {
  const world = new World({ registration: 'lan', isNear: (ip) => ip === 0x0a00_0001 })
  for (let host = 0; host < 100; host++) register(stranger(world, { ip: `192.0.2.${host}` }), 3)
  const near = stranger(world)
  register(near, 3)
  expect(near.news()).toEqual(['ack 3', 'newUserUin 3'])
})

test('a request too short to pay for its answer gets its ACK, and the number when it comes again', () => {
  const world = new World()
  const newcomer = stranger(world)
  const shortest = Uint8Array.of(2, 0, 0xfc, 3, 3, 0, 2, 0, 2, 0, 120, 0)
  const paid = shortest.length
  newcomer.raw(shortest)
  newcomer.raw(shortest)
  expect(newcomer.news()).toEqual(['ack 3', 'ack 3', 'newUserUin 3'])
  expect(paid).toBeLessThan(18)
})
