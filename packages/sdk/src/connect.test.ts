import type { Millis } from '@seekyou/language'
import { expect, test } from 'vitest'
import { beginConnecting, connect } from './connect.ts'
import { CannotReach } from './errors.ts'
import type { StateEvent, UserEvent } from './events.ts'
import { register } from './register.ts'
import { memoryQueue } from './sending/queue-store.ts'
import { type TestNetwork, testNetwork } from './testing/index.ts'
import type { User } from './user.ts'
import type { Road, World } from './world.ts'

const [annUin, bobUin] = [1001, 1002]
const minute = 60_000
const account = { server: 'icq.example.org', uin: annUin, password: 'secret' }

function states(user: User): StateEvent[] {
  const events: StateEvent[] = []
  user.on('state', (event) => events.push(event))
  return events
}

function textsTo(user: User): string[] {
  const texts: string[] = []
  user.on('message', ({ text }) => texts.push(text))
  return texts
}

/** A world whose roads can be cut, and cannot be opened while they are. */
function brittle(world: World): { world: World; cut(): void; mend(): void; readonly attempts: readonly Millis[] } {
  const open: (() => void)[] = []
  const attempts: Millis[] = []
  let isCut = false
  return {
    attempts,
    cut() {
      isCut = true
      for (const lose of open.splice(0)) lose()
    },
    mend() {
      isCut = false
    },
    world: {
      ...world,
      async openRoad(server, hear, lost) {
        attempts.push(world.now())
        if (isCut) throw new CannotReach(server, 'the road is cut')
        const road = await world.openRoad(server, hear, lost)
        let isLost = false
        open.push(() => {
          isLost = true
          lost()
        })
        return { send: (datagram) => !isLost && road.send(datagram), close: () => road.close() } satisfies Road
      },
    },
  }
}

test('a new number, and signing on with it', async () => {
  const network = testNetwork()
  const world = network.newWorld()
  const { server } = account
  const uin = await network.finish(register({ server, password: 'mine', world }))
  const user = await network.finish(connect({ server, uin, password: 'mine', world }))
  expect([user.uin, user.state]).toEqual([uin, 'online'])
})

test('a server that gives no numbers, or does not answer', async () => {
  const closed = testNetwork({ isOpen: false })
  const { server } = account
  const refused = register({ server, password: 'mine', world: closed.newWorld() })
  await expect(closed.finish(refused, { withinMs: 5 * minute })).rejects.toMatchObject({ name: 'RegistrationError' })
  const silent = testNetwork()
  silent.server().crash()
  const unanswered = register({ server, password: 'mine', world: silent.newWorld() })
  await expect(silent.finish(unanswered, { withinMs: 5 * minute })).rejects.toMatchObject({
    name: 'RegistrationError',
    because: 'noAnswer',
  })
  const controller = new AbortController()
  const given = register({ server, password: 'mine', world: silent.newWorld(), signal: controller.signal })
  controller.abort(new Error('never mind'))
  await expect(given).rejects.toThrow('never mind')
})

test('a wrong password, a silent server, no way there', async () => {
  const network = testNetwork({ servers: ['icq.example.org'] })
  network.addUser(annUin)
  const attempt = (options: object): Promise<User> =>
    network.finish(connect({ ...account, world: network.newWorld(), ...options }), { withinMs: 5 * minute })
  await expect(attempt({ password: 'wrong' })).rejects.toMatchObject({ name: 'SignOnError', because: 'password' })
  await expect(attempt({ password: 'wrong', keepTrying: true })).rejects.toMatchObject({ because: 'password' })
  await expect(attempt({ server: 'nowhere' })).rejects.toMatchObject({ name: 'CannotReach', server: 'nowhere' })
  network.server().crash()
  await expect(attempt({})).rejects.toThrow('The server does not answer')
})

test('a signal gives up connecting, and signs off later', async () => {
  const network = testNetwork()
  network.addUser(annUin)
  const world = network.newWorld()
  await expect(connect({ ...account, world, signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no')
  const early = new AbortController()
  const given = connect({ ...account, world, signal: early.signal })
  early.abort(new Error('too slow'))
  await expect(given).rejects.toThrow('too slow')
  const later = new AbortController()
  const ann = await network.connect({ uin: annUin, signal: later.signal })
  later.abort()
  await network.until(() => ann.state === 'offline')
})

test('keeps trying from the first moment on, with pauses that grow', async () => {
  const network = testNetwork()
  network.addUser(annUin)
  const { world, cut, mend, attempts } = brittle(network.newWorld())
  cut()
  const connecting = connect({ ...account, world, keepTrying: true })
  await network.pass(20 * minute)
  const gaps = attempts.slice(1).map((at, index) => at - attempts[index]!)
  expect(gaps.slice(0, 3).every((gap, index) => gap >= 500 * 2 ** index && gap <= 1_000 * 2 ** index + 1)).toBe(true)
  expect(Math.max(...gaps)).toBeLessThanOrEqual(minute + 1)
  expect(new Set(gaps).size).toBeGreaterThan(gaps.length / 2)
  mend()
  const ann = await network.finish(connecting, { withinMs: 2 * minute })
  expect(ann.state).toBe('online')
})

test('a lost road is opened again, and what was written meanwhile goes over it', async () => {
  const network = testNetwork()
  const bob = await network.connect({ uin: bobUin })
  const heard = textsTo(bob)
  const { world, cut, mend } = brittle(network.newWorld())
  const ann = await network.connect({ uin: annUin, world, contacts: [bobUin] })
  await network.pass(minute)
  const told = states(ann)
  cut()
  expect(ann.state).toBe('reconnecting')
  const sent = ann.send(bobUin, 'still there?')
  const asked = ann.info(bobUin)
  await network.pass(10 * minute)
  expect(ann.waiting).toBe(1)
  expect(ann.contacts.get(bobUin)?.status).toBe('online')
  mend()
  expect(await network.finish(sent, { withinMs: 3 * minute })).toEqual({ via: 'server' })
  expect(await network.finish(asked)).toBeDefined()
  await network.until(() => heard.length === 1)
  expect(told[0]).toMatchObject({ state: 'reconnecting', because: 'noRoad', againAt: expect.any(Number) })
  expect(told.at(-1)).toEqual({ type: 'state', state: 'online' })
})

test('a user is there before the line is, hears how that goes, and need not wait for the next try', async () => {
  const network = testNetwork()
  const bob = await network.connect({ uin: bobUin })
  const heard = textsTo(bob)
  network.addUser(annUin)
  const { world, cut, mend, attempts } = brittle(network.newWorld())
  cut()
  const { user: ann, online } = beginConnecting({ ...account, world, keepTrying: true })
  const told = states(ann)
  const sent = ann.send(bobUin, 'soon')
  await network.pass(20 * minute)
  expect(told.length).toBe(attempts.length)
  expect(told.at(-1)).toMatchObject({ state: 'signingOn', because: 'noRoad', againAt: expect.any(Number) })
  expect(told.at(-1)!.againAt).toBeGreaterThan(network.wall)
  mend()
  ann.tryNow()
  ann.tryNow()
  await network.finish(online, { withinMs: 1_000 })
  await network.finish(sent)
  await network.until(() => heard.length === 1)
  ann.tryNow()
  expect(ann.state).toBe('online')
})

test('a server that comes back is found at once by whoever tries now', async () => {
  const network = testNetwork()
  const ann = await network.connect({ uin: annUin })
  network.server().kick(ann.uin)
  await network.until(() => ann.state === 'reconnecting')
  ann.tryNow()
  await network.until(() => ann.state === 'online', { withinMs: 1_000 })
})

test('that connecting is in vain is told, whether somebody waits for it or not', async () => {
  const network = testNetwork()
  network.addUser(annUin)
  const { user } = beginConnecting({ ...account, world: network.newWorld(), password: 'wrong', keepTrying: true })
  const told = states(user)
  await network.until(() => user.state === 'offline')
  expect(told).toEqual([{ type: 'state', state: 'offline', because: 'password' }])
})

test('a server that is away for an hour costs nothing but time', async () => {
  const network = testNetwork()
  const bob = await network.connect({ uin: bobUin, contacts: [annUin] })
  const ann = await network.connect({ uin: annUin, status: 'away' })
  await network.until(() => bob.contacts.get(annUin)?.status === 'away')
  const told = states(ann)
  network.server().stop()
  await network.pass(60 * minute)
  expect([ann.state, bob.state]).toEqual(['reconnecting', 'reconnecting'])
  expect(told[0]).toMatchObject({ state: 'reconnecting', because: 'noAnswer', againAt: expect.any(Number) })
  const heard = textsTo(bob)
  const sent = ann.send(bobUin, 'at last')
  network.server().start()
  await network.finish(sent, { withinMs: 10 * minute })
  await network.until(() => heard.length === 1)
  await network.until(() => bob.contacts.get(annUin)?.status === 'away')
})

test('thrown out: comes back by itself after a while', async () => {
  const network = testNetwork()
  const ann = await network.connect({ uin: annUin })
  const told = states(ann)
  network.server().kick(ann.uin)
  await network.until(() => ann.state === 'reconnecting')
  await network.until(() => ann.state === 'online', { withinMs: 20 * minute })
  expect(told[0]).toMatchObject({ because: 'signedOffElsewhere' })
})

test('a password that is wrong one day ends it, and says so', async () => {
  const network = testNetwork()
  const ann = await network.connect({ uin: annUin })
  const told = states(ann)
  const elsewhere = await network.connect({ uin: annUin })
  await network.finish(elsewhere.changePassword('stolen'))
  await network.until(() => ann.state === 'offline', { withinMs: 30 * minute })
  expect(told.at(-1)).toEqual({ type: 'state', state: 'offline', because: 'password' })
})

test('what was written and not accepted survives the program, if there is a store', async () => {
  const network = testNetwork()
  const bob = await network.connect({ uin: bobUin })
  const heard = textsTo(bob)
  const queue = memoryQueue()
  const first = brittle(network.newWorld())
  const ann = await network.connect({ uin: annUin, world: first.world, queue })
  first.cut()
  const sent = ann.send(bobUin, `one ${'and '.repeat(150)}`)
  const more = ann.send(bobUin, 'two')
  sent.catch(() => {})
  more.catch(() => {})
  await network.pass(minute)
  await network.finish(ann.signOff())
  await expect(sent).rejects.toMatchObject({ because: 'signedOff', isKept: true })
  const again = await network.connect({ uin: annUin, queue })
  await network.until(() => heard.length === 3)
  expect(heard.join('')).toBe(`one ${'and '.repeat(150)}two`)
  await network.until(() => again.waiting === 0)
  expect(await queue.load()).toEqual([])
})

test('storms: every message arrives, and in order', async () => {
  const network = testNetwork()
  const bob = await network.connect({ uin: bobUin })
  const ann = await network.connect({ uin: annUin })
  const heard = textsTo(bob)
  const { roads } = network.server()
  network.server().roads = { ...roads, loss: { whileGood: 0.2, whileBad: 0.2, turnsBad: 0, turnsGood: 0 } }
  const numbers = Array.from({ length: 20 }, (_, index) => `${index}`)
  await network.finish(Promise.all(numbers.map((number) => ann.send(bobUin, number))), { withinMs: 60 * minute })
  network.server().roads = roads
  await network.until(() => heard.length >= 20, { withinMs: 10 * minute })
  expect([...new Set(heard)]).toEqual(numbers)
})

test('direct connections need TCP', async () => {
  const network: TestNetwork = testNetwork()
  const { openTcp: _, ...world } = network.newWorld()
  await expect(connect({ ...account, world, peers: {} })).rejects.toThrow('Direct connections need TCP')
})

test('a listener that fails stops nothing', async () => {
  const network = testNetwork()
  const errors: unknown[] = []
  const ann = await network.connect({ uin: annUin, onError: (error) => errors.push(error) })
  const bob = await network.connect({ uin: bobUin })
  const heard: UserEvent[] = []
  ann.on('message', () => {
    throw new Error('oops')
  })
  ann.on('message', (event) => heard.push(event))
  await network.finish(bob.send(annUin, 'one'))
  await network.finish(bob.send(annUin, 'two'))
  await network.until(() => heard.length === 2)
  expect(errors.map(String)).toEqual(['Error: oops', 'Error: oops'])
})
