import { type Uin, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { Dice } from './dice.ts'
import { VirtualClock } from './virtual-clock.ts'
import { goodWires, type Place, type TcpInput, VirtualWires, type WireConditions } from './virtual-wires.ts'

const home = (outer: number, inner = outer, isOpen = true): Place => ({ outer, inner, isOpen })

function street(conditions: Partial<WireConditions> = {}, seed = 1) {
  const clock = new VirtualClock()
  const wires = new VirtualWires(clock, new Dice(seed), { ...goodWires, ...conditions })
  const trouble: Uin[][] = []
  wires.onTrouble = (...both) => trouble.push(both)
  let people = 0
  const move = (place: Place) => {
    const heard: TcpInput[] = []
    const outlet = wires.plugIn(uin(1_001 + people++), place, (input) => heard.push(input))
    const read = (connection: number): number[] =>
      heard.flatMap((input) => (input.kind === 'received' && input.connection === connection ? [...input.bytes] : []))
    const kinds = (): string[] => heard.filter(({ kind }) => kind !== 'received').map(({ kind }) => kind)
    const write = (connection: number, bytes: readonly number[]): void =>
      outlet.carryOut({ kind: 'write', connection, bytes: Uint8Array.from(bytes) })
    return { outlet, heard, read, kinds, write }
  }
  const pass = (ms: number): void => clock.runUntil(clock.now + ms)
  return { clock, wires, trouble, move, pass }
}

/** Ann has connected to Bob; her connection is 1, his −1. */
function pair(conditions: Partial<WireConditions> = {}, seed?: number) {
  const all = street(conditions, seed)
  const [ann, bob] = [all.move(home(1)), all.move(home(2))]
  bob.outlet.carryOut({ kind: 'listen', listener: 0, ports: [1_200, 1_300] })
  ann.outlet.carryOut({ kind: 'connect', connection: 1, ip: 2, port: 1_200 })
  expect([...ann.heard, ...bob.heard]).toEqual([])
  all.pass(1_000)
  return { ...all, ann, bob }
}

const much = Array.from({ length: 20_000 }, (_, index) => index % 251)

test('two connect, and know who has come from where', () => {
  const { ann, bob, wires } = pair()
  expect(bob.heard).toEqual([
    { kind: 'listening', listener: 0, port: 1_200 },
    { kind: 'incoming', listener: 0, connection: -1, from: 1 },
  ])
  expect(ann.heard).toEqual([{ kind: 'connected', connection: 1 }])
  expect(wires.counters).toMatchObject({ attempts: 1, connections: 1 })
})

test('bytes arrive in pieces, in order, both ways; then everything has left', () => {
  const { ann, bob, pass } = pair({ jitterMs: 200 })
  ann.write(1, much)
  bob.write(-1, [1, 2, 3])
  ann.write(1, [7])
  expect(bob.kinds()).not.toContain('drained')
  pass(60_000)
  expect(bob.read(-1)).toEqual([...much, 7])
  expect(bob.heard.length).toBeGreaterThan(10)
  expect(ann.read(1)).toEqual([1, 2, 3])
  expect(ann.kinds()).toEqual(['connected', 'drained'])
})

test('whoever closes is told nothing more; the other one first gets everything', () => {
  const { ann, bob, trouble, pass } = pair()
  ann.write(1, much)
  ann.outlet.carryOut({ kind: 'close', connection: 1 })
  bob.write(-1, [1])
  pass(60_000)
  expect(bob.read(-1)).toEqual(much)
  expect(bob.heard.at(-1)).toEqual({ kind: 'closed', connection: -1 })
  expect([ann.kinds(), ann.read(1)]).toEqual([['connected'], []])
  expect(trouble).toEqual([])
})

test('whoever does not read holds up the writer, and misses nothing', () => {
  const { ann, bob, pass } = pair()
  bob.outlet.carryOut({ kind: 'pause', connection: -1 })
  for (let count = 0; count < 10; count++) ann.write(1, much)
  ann.outlet.carryOut({ kind: 'close', connection: 1 })
  pass(600_000)
  expect([bob.read(-1), ann.kinds()]).toEqual([[], ['connected']])
  bob.outlet.carryOut({ kind: 'resume', connection: -1 })
  pass(600_000)
  expect(bob.read(-1)).toHaveLength(10 * much.length)
  expect(bob.kinds().at(-1)).toBe('closed')
})

test('a connection that is reset ends for both, without what was under way', () => {
  const { ann, bob, wires, trouble, pass } = pair()
  ann.write(1, much)
  wires.conditions = { ...goodWires, reset: 1 }
  ann.write(1, [9])
  pass(60_000)
  expect(bob.read(-1)).toEqual([])
  expect([ann.kinds(), bob.kinds().at(-1)]).toEqual([['connected', 'closed'], 'closed'])
  expect(trouble).toEqual([[1_001, 1_002]])
  expect(wires.counters.broken).toBe(1)
})

test('of a half-open connection only the writer learns, after ten minutes', () => {
  const { ann, bob, wires, pass } = pair()
  wires.conditions = { ...goodWires, silenced: 1 }
  ann.write(1, much)
  pass(590_000)
  expect([bob.read(-1), ann.kinds(), bob.kinds().length]).toEqual([[], ['connected'], 2])
  pass(60_000)
  expect([ann.kinds(), bob.kinds().length]).toEqual([['connected', 'closed'], 2])
})

test.each(['ann', 'bob'] as const)(
  'while %s is cut off bytes wait; after five minutes the connection breaks',
  (who) => {
    for (const [ms, isRead] of [
      [200_000, true],
      [310_000, false],
    ] as const) {
      const { ann, bob, pass, ...all } = pair()
      const { outlet } = { ann, bob, ...all }[who]
      outlet.isCut = true
      ann.write(1, [1, 2])
      pass(ms)
      outlet.isCut = false
      pass(60_000)
      expect(bob.read(-1)).toEqual(isRead ? [1, 2] : [])
      expect([ann.kinds().includes('closed'), bob.kinds().includes('closed')]).toEqual([!isRead, !isRead])
      expect(all.trouble).toHaveLength(2)
    }
  },
)

test('nobody listens, nobody answers, somebody refuses, nobody waits any more', () => {
  const { ann, bob, wires, pass } = pair()
  const connect = (connection: number, port = 1_200, ip = 2): void =>
    ann.outlet.carryOut({ kind: 'connect', connection, ip, port })
  connect(2, 1_201)
  connect(3, 1_200, 77)
  pass(1_000)
  wires.conditions = { ...goodWires, refused: 1 }
  connect(4)
  pass(1_000)
  wires.conditions = goodWires
  connect(5)
  ann.outlet.carryOut({ kind: 'close', connection: 5 })
  pass(1_000)
  const closed = (): number[] =>
    ann.heard.flatMap((input) => (input.kind === 'closed' ? [input.connection] : [])).sort()
  expect(closed()).toEqual([2, 3, 4])
  wires.conditions = { ...goodWires, unanswered: 1 }
  connect(6)
  bob.outlet.isCut = true
  wires.conditions = goodWires
  connect(7)
  pass(100_000)
  expect(closed()).toEqual([2, 3, 4])
  pass(60_000)
  expect(closed()).toEqual([2, 3, 4, 6, 7])
  expect(bob.kinds()).toEqual(['listening', 'incoming'])
})

test('routers: people behind one reach each other inside; from outside only where it lets them in', () => {
  const { move, pass } = street()
  const [ann, bob, cyd] = [move(home(1, 101)), move(home(1, 102, false)), move(home(3, 101))]
  for (const { outlet } of [ann, bob]) outlet.carryOut({ kind: 'listen', listener: 0, ports: [1_200, 1_200] })
  bob.outlet.carryOut({ kind: 'connect', connection: 1, ip: 101, port: 1_200 })
  ann.outlet.carryOut({ kind: 'connect', connection: 1, ip: 1, port: 1_200 })
  cyd.outlet.carryOut({ kind: 'connect', connection: 1, ip: 1, port: 1_200 })
  cyd.outlet.carryOut({ kind: 'connect', connection: 2, ip: 102, port: 1_200 })
  pass(1_000)
  expect(ann.heard.filter(({ kind }) => kind === 'incoming')).toMatchObject([{ from: 102 }, { from: 3 }])
  expect([bob.kinds(), ann.kinds().at(-1)]).toEqual([['listening', 'connected'], 'closed'])
  expect(cyd.kinds()).toEqual(['closed', 'connected'])
})

test('ports are taken once, in order, and free again', () => {
  const { move, pass } = street()
  const ann = move(home(1))
  const listen = (listener: number, ports: readonly [number, number]): void =>
    ann.outlet.carryOut({ kind: 'listen', listener, ports })
  listen(1, [1_200, 1_201])
  listen(2, [1_200, 1_201])
  listen(3, [1_200, 1_201])
  listen(4, [0, 0])
  ann.outlet.carryOut({ kind: 'unlisten', listener: 1 })
  listen(5, [1_200, 1_201])
  pass(1_000)
  expect(ann.heard).toEqual([
    { kind: 'listening', listener: 1, port: 1_200 },
    { kind: 'listening', listener: 2, port: 1_201 },
    { kind: 'notListening', listener: 3 },
    { kind: 'listening', listener: 4, port: 49_152 },
    { kind: 'listening', listener: 5, port: 1_200 },
  ])
})

test('a program dies: its computer says so, unless it has died too', () => {
  for (const silently of [false, true]) {
    const { ann, bob, trouble, pass } = pair()
    ann.write(1, [1])
    ann.outlet.die(silently)
    bob.outlet.carryOut({ kind: 'connect', connection: 1, ip: 1, port: 1_200 })
    pass(60_000)
    expect(bob.read(-1)).toEqual(silently ? [] : [1])
    expect(bob.heard.some((input) => input.kind === 'closed' && input.connection === -1)).toBe(!silently)
    expect(trouble[0]).toEqual([1_001, 1_002])
    expect(ann.kinds()).toEqual(['connected'])
  }
})

test('the same seed, the same course', () => {
  const course = (seed: number) => {
    const { ann, bob, pass } = pair({ jitterMs: 500, reset: 0.01, silenced: 0.01 }, seed)
    for (let count = 0; count < 20; count++) ann.write(1, much.slice(0, 500))
    pass(1_000_000)
    return [ann.heard, bob.heard]
  }
  expect(course(5)).toEqual(course(5))
  expect(course(5)).not.toEqual(course(6))
})
