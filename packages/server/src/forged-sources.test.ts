// Somebody who forges the sources of datagrams can make a server remember only so much.
import { expect, test } from 'vitest'
import { badPlacesMax } from './bad-places.ts'
import { failuresMax } from './failures.ts'
import { ownersMax } from './gate.ts'
import { limitsOn } from './limits.ts'
import { pursesMax } from './purse.ts'
import { newForgery } from './testing/forged-sources.ts'
import { wizardMax } from './wizard.ts'

const sources = 200_000

test.each([
  ['on', limitsOn],
  ['on, but far more strangers', { ...limitsOn, strangersPerSecond: 150_000 }],
])(
  '200,000 forged sources fill no table beyond its bound: limits %s',
  (_, limits) => {
    const { node, forge } = newForgery(limits)
    let largest: Record<string, number> = {}
    for (let source = 0; source < sources; source++) {
      forge(source)
      if (source % 1_000 === 0) largest = greater(largest, node.sizes)
    }
    expect(largest.purses).toBeLessThanOrEqual(pursesMax)
    expect(largest.failures).toBeLessThanOrEqual(2 * failuresMax)
    expect(largest.badPlaces).toBeLessThanOrEqual(badPlacesMax)
    expect(largest.places).toBeLessThanOrEqual(ownersMax)
    expect(largest.wizard).toBeLessThanOrEqual(wizardMax)
    expect(largest.waiting).toBeLessThanOrEqual(8_192 + 2_048 + 512)
    expect(largest.checking).toBeLessThanOrEqual(64 + 2_048 + 512)
    expect(largest.signOns).toBeLessThanOrEqual(64 + 2_048 + 512)
    expect(largest.errands).toBeLessThanOrEqual(64 + 30)
    expect(largest.waitingBytes).toBeLessThanOrEqual(2_097_152)
    expect(largest.registrations).toBeLessThanOrEqual(10_000)
    expect(largest.strangers).toBeLessThanOrEqual(limits.strangersPerSecond)
    expect(largest.sentBack).toBeLessThanOrEqual(20_000)
    expect(largest.refusals).toBeLessThanOrEqual(20_000)
    expect(largest.fights).toBeLessThanOrEqual(10_000)
    expect([node.size, node.counters.bugs]).toEqual([0, 0])
  },
  120_000,
)

const greater = (one: Record<string, number>, two: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(two).map(([name, size]) => [name, Math.max(size, one[name] ?? 0)]))
