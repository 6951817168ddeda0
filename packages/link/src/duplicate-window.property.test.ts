import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DuplicateWindow } from './duplicate-window.ts'
import { dice } from './testing/pair.ts'

const rememberMs = 180_000
const commands = [0x010e, 0x0406, 0x0438, 0x0442, 0x042e]

/** How a client may number its packets: the number of the packet `count`, where gaps have been counted already. */
const numberings: Readonly<Record<string, (count: number) => number>> = {
  'one by one': (count) => count,
  // COMPAT Net::ICQ 0.08: counts in the wrong byte.
  'by 256': (count) => ((count & 0xff) << 8) | ((count >>> 8) & 0xff),
  'in twos, because requests take numbers of the same counter': (count) => count * 2,
  'without any order': (count) => Math.imul(count, 40_503) ^ 0x5a5a,
}

interface Flow {
  readonly seed: number
  readonly number: (count: number) => number
  /** How many pairs come in the time for which they are remembered. */
  readonly perWindow: number
  /** The number of one packet is at most this much above that of the one before. */
  readonly gapMax: number
}

/** Lets pairs come, and checks every now and then that all pairs of the last `perWindow` are known. */
function expectMemory({ seed, number, perWindow, gapMax }: Flow): void {
  const random = dice(seed)
  const window = new DuplicateWindow(rememberMs)
  const met: (readonly [sequence: number, code: number])[] = []
  let count = Math.floor(random() * 0x1_0000)
  let now = 0
  for (let index = 1; index <= 3 * perWindow; index++) {
    count += 1 + Math.floor(random() * gapMax)
    now += rememberMs / perWindow
    const pair = [number(count) & 0xffff, commands[Math.floor(random() * commands.length)]!] as const
    met.push(pair)
    window.meet(...pair, now)
    window.acknowledge(...pair)
    if (index % Math.min(perWindow, 100) !== 0) continue
    const forgotten = met.slice(-perWindow).filter((pair) => window.meet(...pair, now) !== 'acknowledged')
    expect(forgotten).toEqual([])
  }
}

test.each(Object.entries(numberings))('the last 256 pairs of three minutes are known: numbers %s', (_, number) => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 3 }), (seed, gapMax) => {
      expectMemory({ seed, number, perWindow: 256, gapMax })
    }),
  )
})

test('of a quiet client everything of three minutes is known, however little that is', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 3 }),
      (seed, perWindow, gapMax) => {
        expectMemory({ seed, number: (count) => count, perWindow, gapMax })
      },
    ),
  )
})

test('of a busy client five hundred pairs are known', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 3 }), (seed, gapMax) => {
      expectMemory({ seed, number: (count) => count, perWindow: 500, gapMax })
    }),
    { numRuns: 30 },
  )
})

test('what comes for the first time is never taken for a repetition', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(0xffff_ffff), { maxLength: 500 }), fc.nat(1_000), (pairs, ms) => {
      const window = new DuplicateWindow(rememberMs)
      pairs.forEach((pair, index) => {
        expect(window.meet(pair >>> 16, pair & 0xffff, index * ms)).toBe('new')
      })
    }),
  )
})
