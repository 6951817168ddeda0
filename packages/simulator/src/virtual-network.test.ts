import { expect, test } from 'vitest'
import { Dice } from './dice.ts'
import { type Arrival, type RoadConditions, type Socket, VirtualNetwork } from './virtual-network.ts'
import { clearRoads } from './weather.ts'

const ip = 0x0a00_0001

function road(conditions: Partial<RoadConditions> = {}, options = {}): { network: VirtualNetwork; socket: Socket } {
  const network = new VirtualNetwork(new Dice(1), { ...clearRoads, ...conditions })
  return { network, socket: network.open(ip, options) }
}

function up(network: VirtualNetwork, socket: Socket, count = 1): void {
  for (let index = 0; index < count; index++) {
    const bytes = Uint8Array.from({ length: 20 }, (_, at) => (at === 0 ? index & 255 : at === 1 ? index >> 8 : 7))
    network.handle({ kind: 'toServer', socket, from: socket.address, bytes }, index)
  }
}

const arrivals = (network: VirtualNetwork): Arrival[] => [...network.handle({ kind: 'wake' }, 1_000_000)]
const numbers = (arrived: readonly Arrival[]): number[] => arrived.map(({ bytes }) => bytes[0]! | (bytes[1]! << 8))

test('on clear roads everything arrives once, between 20 and 30 milliseconds later', () => {
  const { network, socket } = road()
  up(network, socket, 1)
  expect(network.wakeAt).toBeGreaterThanOrEqual(20)
  expect(network.wakeAt).toBeLessThan(30)
  expect(network.handle({ kind: 'wake' }, 19)).toEqual([])
  expect(numbers(arrivals(network))).toEqual([0])
  expect(network.wakeAt).toBeUndefined()
})

test('what was sent is copied: a number that is written into it later does not travel', () => {
  const { network, socket } = road()
  const bytes = Uint8Array.of(1)
  network.handle({ kind: 'toServer', socket, from: socket.address, bytes }, 0)
  bytes[0] = 2
  expect(arrivals(network)[0]?.bytes).toEqual(Uint8Array.of(1))
})

test('loss comes in bursts of the strength that was asked for', () => {
  const loss = { whileGood: 0, whileBad: 1, turnsBad: 0.02, turnsGood: 0.2 }
  const { network, socket } = road({ loss })
  up(network, socket, 20_000)
  const arrived = new Set(numbers(arrivals(network)))
  const lost = 20_000 - arrived.size
  expect(lost / 20_000).toBeGreaterThan(0.07)
  expect(lost / 20_000).toBeLessThan(0.11)
  let bursts = 0
  for (let index = 1; index < 20_000; index++) if (!arrived.has(index) && arrived.has(index - 1)) bursts += 1
  expect(lost / bursts).toBeGreaterThan(3.5)
})

test('datagrams are doubled, overtaken and damaged as often as asked', () => {
  const { network, socket } = road({ duplicate: 0.1, late: 0.1, lateMs: 5_000, damage: 0.1 }, { checksum: false })
  up(network, socket, 5_000)
  const arrived = arrivals(network)
  expect(network.counters.duplicated).toBeGreaterThan(400)
  expect(arrived.length).toBe(5_000 + network.counters.duplicated)
  const order = numbers(arrived)
  expect(order.some((number, index) => index > 0 && number < order[index - 1]!)).toBe(true)
  expect(
    arrived.filter(({ bytes }) => bytes.length < 20 || bytes.slice(2).some((byte) => byte !== 7)).length,
  ).toBeGreaterThan(350)
})

test('a checksum finds damage: it becomes loss', () => {
  const { network, socket } = road({ damage: 1 })
  up(network, socket, 10)
  expect(arrivals(network)).toEqual([])
  expect(network.counters.damaged).toBe(10)
})

test('a cut road carries nothing, in the directions that are cut', () => {
  const { network, socket } = road()
  socket.cut = 'up'
  up(network, socket)
  network.handle({ kind: 'toClient', to: socket.address, bytes: Uint8Array.of(1) }, 0)
  expect(arrivals(network).map(({ kind }) => kind)).toEqual(['atClient'])
  socket.cut = 'both'
  network.handle({ kind: 'toClient', to: socket.address, bytes: Uint8Array.of(1) }, 0)
  expect(arrivals(network)).toEqual([])
})

test('after the router has forgotten somebody, what goes to the old port is lost, even if it is on its way', () => {
  const { network, socket } = road()
  const before = socket.address
  network.handle({ kind: 'toClient', to: before, bytes: Uint8Array.of(1) }, 0)
  network.remap(socket)
  expect(socket.address).not.toBe(before)
  network.handle({ kind: 'toClient', to: before, bytes: Uint8Array.of(2) }, 0)
  network.handle({ kind: 'toClient', to: socket.address, bytes: Uint8Array.of(3) }, 0)
  expect(arrivals(network).map(({ bytes }) => bytes[0])).toEqual([3])
})

test('two sockets behind one router never share an address, however often it forgets them', () => {
  const network = new VirtualNetwork(new Dice(1), clearRoads)
  const sockets = [network.open(1), network.open(1), network.open(1)]
  for (let round = 0; round < 100; round++) {
    expect(new Set(sockets.map(({ address }) => address)).size).toBe(3)
    network.remap(sockets[round % 3]!)
  }
})
