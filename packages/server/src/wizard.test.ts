import { emptyExtInfo } from '@seekyou/language'
import { clientFraming, clientPackets } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { type Client, text } from './testing/client.ts'
import { World } from './testing/world.ts'
import { Wizard, wizardMax } from './wizard.ts'

function ask(client: Client, password = 'secret', sequence = 1): void {
  client.say(clientPackets.preAuth, { connId: 7, uin: client.uin, password: text(password) }, sequence)
}

const askProfile = (client: Client, target: number = client.uin, sequence = 2): void =>
  client.say(clientPackets.extInfoRequest, { subSeq: 9, target }, sequence)

const wizard = (world: World, number = 1_001): Client => world.person(number, { acks: false })

test('the first page is acknowledged, with a number in the header and without', () => {
  const world = new World()
  const ann = wizard(world)
  ann.say(clientPackets.openRegistration, {}, 3)
  ann.raw(Uint8Array.of(2, 0, 0xec, 4, 4, 0, 0xe9, 3, 0, 0))
  expect(ann.news()).toEqual(['ack 3', 'ack 4'])
})

test('the conversation of an original client: password, long profile, sign-on', () => {
  const world = new World()
  const ann = wizard(world)
  world.store.perform({
    name: 'updateExtInfo',
    uin: ann.uin,
    extInfo: { ...emptyExtInfo, city: text('Haifa'), state: text('HA'), age: 28, about: text('about me') },
  })
  ask(ann)
  expect(ann.news()).toEqual(['ack 1', 'preAuthReply 1'])
  expect(ann.last('preAuthReply')?.value).toMatchObject({ connId: 7, uin: 1_001 })
  askProfile(ann)
  expect(ann.news()).toEqual(['ack 2', 'extInfoReply 2'])
  const none = text('')
  expect(ann.last('extInfoReply')?.value).toMatchObject({ subSeq: 9, uin: 1_001, age: 28, state: text('HA'), city: none, about: none }) // biome-ignore format: one line
  ann.login({ sequence: 3 })
  expect(ann.news()).toEqual(['ack 3', 'loginReply 0'])
})

test('a wrong password is refused like that of a sign-on, and opens no profile', () => {
  const world = new World()
  const ann = wizard(world)
  ask(ann, 'wrong')
  askProfile(ann)
  expect(ann.news()).toEqual(['ack 1', 'badPassword 0', 'notConnected 2'])
  expect(ann.last('badPassword')?.value).toMatchObject({ loginSeq: 7, uin: 1_001 })
})

test('a banned account looks like a wrong password', () => {
  const world = new World()
  const ann = wizard(world)
  world.store.plain.changeAccount(ann.uin, { isBanned: true })
  ask(ann)
  expect(ann.news()).toEqual(['ack 1', 'badPassword 0'])
})

test('the same question gets the same answer without another check, right or wrong, and is absorbed while it is checked', () => {
  const world = new World()
  const [ann, bob] = [wizard(world), wizard(world, 1_002)]
  world.hashMs = 500
  ask(ann)
  ann.repeat()
  ask(bob, 'wrong')
  world.pass(500)
  ann.repeat()
  bob.repeat()
  expect(ann.news()).toEqual(['ack 1', 'preAuthReply 1', 'ack 1', 'preAuthReply 1'])
  expect(bob.news()).toEqual(['ack 1', 'badPassword 0', 'ack 1', 'badPassword 0'])
  expect(world.store.met).toEqual(['findAccount', 'findAccount'])
})

test('only that address is told, only about that number, and only for ten minutes', () => {
  const world = new World()
  const [ann, other] = [wizard(world), wizard(world)]
  wizard(world, 1_002)
  ask(ann)
  ann.news()
  askProfile(other)
  askProfile(ann, 1_002)
  expect([other.news(), ann.news()]).toEqual([['notConnected 2'], ['notConnected 2']])
  world.pass(599_999)
  askProfile(ann)
  expect(ann.news()).toEqual(['ack 2', 'extInfoReply 2'])
  world.pass(1)
  askProfile(ann)
  expect(ann.news()).toEqual(['notConnected 2'])
})

test('an unknown number, and a short profile, are never told to a stranger', () => {
  const world = new World()
  const ann = wizard(world)
  ask(ann)
  ann.news()
  askProfile(ann, 4_711)
  world.pass(1_000)
  ann.say(clientPackets.infoRequest, { subSeq: 9, target: ann.uin }, 5)
  expect(ann.news()).toEqual(['notConnected 2', 'notConnected 5'])
})

test('what is asked again while the profile is read is absorbed', () => {
  const world = new World()
  const ann = wizard(world)
  ask(ann)
  ann.news()
  world.store.isHeld = true
  askProfile(ann)
  ann.repeat()
  world.store.release()
  world.pass(0)
  expect(ann.news()).toEqual(['ack 2', 'extInfoReply 2'])
})

test('questions share the budget of sign-ons; beyond, there is silence', () => {
  const world = new World()
  const people = Array.from({ length: 8 }, () => wizard(world))
  people.forEach((client, index) => {
    if (index % 2 === 0) ask(client, 'wrong')
    else client.login({ password: 'wrong' })
  })
  expect(people.map((client) => client.news().length)).toEqual([2, 2, 2, 2, 2, 0, 0, 0])
  expect(world.node.counters.checksIgnored).toBe(3)
})

test('while the store is away, or too many passwords wait, nothing is answered, and the question may come again', () => {
  const world = new World()
  const ann = wizard(world)
  world.isHasherBusy = true
  ask(ann)
  world.isHasherBusy = false
  world.store.isDown = true
  ann.repeat()
  expect(ann.news()).toEqual([])
  world.store.isDown = false
  ann.repeat()
  expect(ann.news()).toEqual(['ack 1', 'preAuthReply 1'])
})

test('at most ten thousand are remembered', () => {
  const remembered = new Wizard()
  const frame = clientFraming.seal(clientPackets.openRegistration, {}, 1, 0)
  for (let address = 0; address <= wizardMax; address++) {
    const checked = {
      uin: 1 as never,
      fingerprint: frame.length,
      until: 1,
      verdict: 'right' as const,
      isReading: false,
    }
    remembered.keep(address as never, checked)
  }
  expect(remembered.size).toBe(wizardMax)
  expect([remembered.trusts(0 as never, 0), remembered.trusts(1 as never, 0)]).toEqual([false, true])
})
