// People in browsers: their WebSocket ends, and they come back from another web address, or do not.
import { formatIp4, ipOf } from '@seekyou/language'
import { clientPackets } from '@seekyou/wire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Client } from './testing/client.ts'
import { type PersonOptions, storedFor, World } from './testing/world.ts'

const minuteMs = 60_000
const web = (options: PersonOptions = {}): PersonOptions => ({ inBrowser: true, ...options })

/** Ann, whom nothing escapes, and Bob in a browser. */
function couple(options: ConstructorParameters<typeof World>[0] = {}) {
  const world = new World(options)
  const bob = world.guest(1_002, web())
  const ann = world.guest(1_001)
  ann.watch(bob)
  for (const client of [ann, bob]) client.news()
  return { world, ann, bob }
}
const cut = (world: World, { address }: Client) => world.put({ kind: 'gone', address })
const comeBack = (world: World, { uin }: Client, port = 99) => world.person(uin, web({ port, register: false }))
const withoutAcks = (client: Client) => client.news().filter((line) => !line.startsWith('ack'))

test('whoever comes back within a minute has never left, and misses nothing', () => {
  const { world, ann, bob } = couple()
  cut(world, bob)
  ann.write(bob, 'are you there?')
  ann.say(clientPackets.statusChange, { status: 1 })
  world.pass(minuteMs - 1)
  expect(ann.news()).toEqual(['ack 3', 'ack 4'])
  expect([bob.news(), storedFor(world, 1_002)]).toEqual([[], ['are you there?']])
  const again = comeBack(world, bob)
  again.signOn()
  again.fetch()
  world.pass(10_000)
  expect(again.shown).toEqual(['are you there?'])
  expect(withoutAcks(ann)).toEqual([])
  expect([world.node.size, world.node.counters.bugs]).toEqual([2, 0])
  expect(world.noted('signedOff')).toMatchObject([{ uin: 1_002, because: 'gone' }])
})

test('whoever does not come back is off line after a minute', () => {
  const { world, ann, bob } = couple()
  cut(world, bob)
  world.pass(minuteMs - 1)
  expect(withoutAcks(ann)).toEqual([])
  world.pass(1)
  expect(withoutAcks(ann)).toEqual([expect.stringMatching(/^userOffline \d+: 1002$/)])
  expect(world.node.size).toBe(1)
})

test('what was on its way when the WebSocket ended is kept', () => {
  const { world, ann, bob } = couple()
  bob.isDeaf = true
  ann.write(bob, 'one')
  ann.write(bob, 'two')
  cut(world, bob)
  world.pass(1_000)
  expect(storedFor(world, 1_002)).toEqual(['one', 'two'])
  expect(ann.news().filter((line) => line.startsWith('ack'))).toHaveLength(2)
})

test('whoever comes back before the end of the old WebSocket was noticed replaces it; its end means nothing then', () => {
  const { world, ann, bob } = couple()
  const again = comeBack(world, bob)
  again.signOn()
  cut(world, bob)
  world.pass(2 * minuteMs)
  expect([withoutAcks(ann), world.node.uinAt(again.address)]).toEqual([[], 1_002])
})

test('a WebSocket that ends while the password is being checked signs nobody on', () => {
  const { world, ann, bob } = couple()
  cut(world, bob)
  world.pass(minuteMs)
  ann.news()
  world.hashMs = 100
  const again = comeBack(world, bob)
  again.login()
  cut(world, again)
  world.pass(minuteMs)
  expect([world.node.size, again.news(), withoutAcks(ann)]).toEqual([1, [], []])
})

for (const how of ['crash', 'restart'] as const) {
  test(`after a ${how} people in browsers are expected back, and nothing is sent to where they were`, () => {
    const { world, ann, bob } = couple()
    world[how](1_000)
    ann.write(bob, 'still here?')
    world.pass(30_000)
    expect([withoutAcks(ann), bob.news(), world.node.size]).toEqual([[], [], 1])
    const again = comeBack(world, bob)
    again.signOn()
    again.fetch()
    world.pass(2 * minuteMs)
    expect([withoutAcks(ann), again.shown]).toEqual([[], ['still here?']])
  })

  test(`whoever does not come back within a minute of a ${how} is off line, also for the next process`, () => {
    const { world, ann } = couple()
    world[how](1_000)
    world.pass(minuteMs)
    expect(withoutAcks(ann)).toEqual([expect.stringMatching(/^userOffline \d+: 1002$/)])
    world.pass(5_000)
    world.crash(1_000)
    world.pass(2 * minuteMs)
    expect([withoutAcks(ann), world.store.plain.formerLinks().links.length]).toEqual([[], 1])
  })
}

test('whoever is banned while they are expected back is off line at once', () => {
  const { world, ann, bob } = couple()
  cut(world, bob)
  world.pass(5_000)
  world.put({ kind: 'forceOff', uin: bob.uin })
  expect(withoutAcks(ann)).toEqual([expect.stringMatching(/^userOffline \d+: 1002$/)])
})

test('the end of a WebSocket at which nobody is signed on means nothing', () => {
  const { world, ann, bob } = couple()
  cut(world, world.person(1_003, web()))
  world.pass(minuteMs)
  expect([withoutAcks(ann), withoutAcks(bob), world.node.size]).toEqual([[], [], 2])
})

test('limits and the judgement of who is near see the address of the browser', () => {
  const near: string[] = []
  const world = new World({ registration: 'lan', isNear: (ip) => near.push(formatIp4(ip)) > 0 })
  const ask = (port: number) => {
    const somebody = world.person(1_001 + port, web({ ip: '192.0.2.7', port, register: false }))
    somebody.say(clientPackets.newUserReg, {
      regSeq: port,
      password: new Uint8Array([0x61]),
      build: 0,
      zero: 0,
    })
    return somebody.news().at(-1)?.split(' ')[0]
  }
  expect([1, 2, 3, 4, 5, 6].map(ask)).toEqual([...Array(5).fill('newUserUin'), 'tryAgain'])
  expect(new Set(near)).toEqual(new Set(['192.0.2.7']))
})

test('the operator decides at any time who may register', () => {
  const world = new World({ registration: 'closed' })
  const register = (port: number) => {
    const somebody = world.person(1_001 + port, { port, register: false })
    somebody.say(clientPackets.newUserReg, {
      regSeq: port,
      password: new Uint8Array([0x61]),
      build: 0,
      zero: 0,
    })
    return somebody.news().at(-1)?.split(' ')[0]
  }
  const answers = [register(1)]
  world.put({ kind: 'setRegistration', mode: 'open' })
  answers.push(register(2))
  world.put({ kind: 'setRegistration', mode: 'closed' })
  answers.push(register(3))
  expect([answers, world.node.registration]).toEqual([['tryAgain', 'newUserUin', 'tryAgain'], 'closed'])
})

test('nobody is told any address of somebody in a browser, or any address to somebody in a browser', () => {
  const person = fc.record({
    inBrowser: fc.boolean(),
    ip: fc.constantFrom('10.0.0.1', '10.0.0.2', '127.0.0.1'),
    tcpPort: fc.nat(0xffff),
  })
  fc.assert(
    fc.property(fc.array(person, { minLength: 2, maxLength: 5 }), (people) => {
      const world = new World({ direct: 'on' })
      const clients = people.map(({ inBrowser, ip, tcpPort }, index) => {
        const client = world.person(1_001 + index, { inBrowser, ip })
        client.signOn({ tcpPort })
        return { client, inBrowser, ip }
      })
      for (const { client } of clients) client.watch(...clients.map(({ client }) => client))
      for (const { client, inBrowser } of clients) {
        for (const { value } of client.heard.filter(({ name }) => name === 'userOnline')) {
          const other = clients.find((one) => one.client.uin === value.uin)!
          const isHidden = value.ip === 0 && value.realIp === 0 && value.port === 0 && value.tcpFlag === 6
          if (inBrowser || other.inBrowser) expect({ value, isHidden }).toMatchObject({ isHidden: true })
          else if (other.ip === '10.0.0.1') expect(value.ip).toBe(ipOf(other.client.address))
        }
      }
    }),
    { numRuns: 50 },
  )
})
