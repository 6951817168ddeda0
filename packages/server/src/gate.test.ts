import { packAddress, type Uin, uin } from '@seekyou/language'
import { expect, test } from 'vitest'
import { type CheckResult, Gate } from './gate.ts'
import { limitsOn } from './limits.ts'

const ann = uin(1_001)
const address = (host: number, port = 1) => packAddress(0x0a00_0000 + host, port)

/** A gate whose checks end when the test says so. */
function gateWithChecks() {
  const gate = new Gate(limitsOn)
  const begun: { readonly mark: string | number; readonly end: (result: CheckResult, now?: number) => void }[] = []
  const ask = (number: Uin, from: ReturnType<typeof address>, now = 0, mark: string | number = number): boolean => {
    const check = gate.admit(number, from, now)
    check?.((leave) => begun.push({ mark, end: (result, at = now) => leave(result, at) }))
    return check !== undefined
  }
  /** Ends what has begun, until nothing is left. */
  const endAll = (result: CheckResult, now = 0): void => {
    for (let next = begun.shift(); next; next = begun.shift()) next.end(result, now)
  }
  /** Occupies all places. */
  const fill = (): void => {
    for (let host = 0; host < 64; host++) ask(uin(5_000 + host), address(host), 0, 'filler')
  }
  return { gate, begun, ask, endAll, fill }
}

test('for one number five wrong passwords are allowed, then one each thirty seconds; right ones cost nothing', () => {
  const { ask, endAll } = gateWithChecks()
  const tries = (result: CheckResult, times: number, now: number) =>
    Array.from({ length: times }, (_, host) => {
      const isTaken = ask(ann, address(host), now)
      endAll(result, now)
      return isTaken
    }).filter(Boolean).length
  expect(tries('right', 20, 0)).toBe(20)
  expect(tries('unchecked', 20, 0)).toBe(20)
  expect([tries('wrong', 20, 0), tries('wrong', 20, 29_999), tries('wrong', 20, 30_000)]).toEqual([5, 0, 1])
})

test('one number is checked from one stranger’s address at a time', () => {
  const { ask, begun, endAll } = gateWithChecks()
  expect([ask(ann, address(1)), ask(ann, address(2)), ask(ann, address(1)), ask(uin(1_002), address(2))]).toEqual([true, false, true, true]) // biome-ignore format: one line
  begun.shift()!.end('right')
  expect(ask(ann, address(2))).toBe(false)
  endAll('right')
  expect(ask(ann, address(2))).toBe(true)
})

test('strangers lock nobody out who comes from where they were before, whatever the port', () => {
  const { gate, ask, endAll } = gateWithChecks()
  gate.remember(ann, address(9, 1))
  for (let host = 10; host < 20; host++) {
    ask(ann, address(host))
    endAll('wrong')
  }
  expect(ask(ann, address(20))).toBe(false)
  expect(ask(ann, address(9, 2))).toBe(true)
})

test('who comes from a known address does not wait for a stranger’s check, and has failures of their own', () => {
  const { gate, ask, endAll } = gateWithChecks()
  gate.remember(ann, address(9))
  expect([ask(ann, address(1)), ask(ann, address(9))]).toEqual([true, true])
  endAll('wrong')
  for (let count = 0; count < 4; count++) {
    expect(ask(ann, address(9))).toBe(true)
    endAll('wrong')
  }
  expect(ask(ann, address(9))).toBe(false)
  expect(ask(ann, address(1))).toBe(true)
})

test('the last eight good addresses are known', () => {
  const { gate, ask, endAll } = gateWithChecks()
  for (let host = 1; host <= 9; host++) gate.remember(ann, address(host))
  gate.remember(ann, address(2))
  gate.remember(ann, address(10))
  for (let count = 0; count < 5; count++) {
    ask(ann, address(99))
    endAll('wrong')
  }
  const known = [1, 2, 3, 4, 5, 9, 10, 11].filter((host) => {
    const isTaken = ask(ann, address(host))
    endAll('right')
    return isTaken
  })
  expect(known).toEqual([2, 4, 5, 9, 10])
})

test.each([
  ['a number', 'wrong', 3, 200],
  ['an address', 'wrong', 4, 99],
  ['an address that has asked for a number that nobody has', 'spared', 4, 99],
] as const)(
  'known addresses go first, then strangers, and one of %s with failures at a time',
  (_, result, number, host) => {
    const { gate, ask, begun, endAll, fill } = gateWithChecks()
    ask(uin(3), address(99))
    endAll(result)
    gate.remember(uin(1), address(1))
    fill()
    for (let count = 0; count < 3; count++) ask(uin(number), address(host), 0, 'suspect')
    for (let host = 0; host < 6; host++) ask(uin(100 + host), address(host), 0, 'clean')
    ask(uin(1), address(1), 0, 'known')
    // The fillers end one after another, and whatever has begun in their places stays.
    const order = () => begun.map(({ mark }) => mark).filter((mark) => mark !== 'filler')
    for (let ended = 0; ended < 8; ended++) begun.shift()!.end('right')
    expect(order()).toEqual(['suspect', 'known', ...Array(6).fill('clean')])
    for (let ended = 0; ended < 8; ended++) begun.shift()!.end('right')
    expect(order().filter((mark) => mark === 'suspect')).toHaveLength(3)
  },
)

test('more than four with failures are never under way, so that they keep no places from others', () => {
  const { ask, begun, endAll } = gateWithChecks()
  ask(uin(3), address(99))
  endAll('wrong')
  for (let count = 0; count < 10; count++) ask(uin(100 + count), address(99), 0, 'suspect')
  expect(begun).toHaveLength(4)
  ask(uin(4), address(4), 0, 'clean')
  expect(begun.at(-1)?.mark).toBe('clean')
  endAll('right')
})

test('when more than two thousand strangers wait, the next is met with silence, and one who is known is not', () => {
  const { gate, ask, fill, endAll } = gateWithChecks()
  fill()
  const taken = Array.from({ length: 2_100 }, (_, host) => ask(uin(10_000 + host), address(host)))
  expect(taken.filter(Boolean)).toHaveLength(2_048)
  expect(gate.sizes).toMatchObject({ waiting: 2_048, checking: 2_112 })
  gate.remember(ann, address(1))
  expect(ask(ann, address(1))).toBe(true)
  endAll('right')
  expect(gate.sizes).toEqual({ failures: 0, places: 1, badPlaces: 0, checking: 0, waiting: 0 })
})

test('checks that end as soon as they begin do not pile up', () => {
  const { gate, begun, fill } = gateWithChecks()
  fill()
  let ended = 0
  for (let host = 0; host < 2_048; host++) {
    gate.admit(uin(10_000 + host), address(host), 0)!((leave) => {
      ended += 1
      leave('unchecked', 0)
    })
  }
  begun.shift()!.end('right')
  expect(ended).toBe(2_048)
})
