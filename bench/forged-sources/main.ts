// What a million forged sources cost in memory: `node bench/forged-sources/main.ts`. Ends with `N passed, N failed`.
import { parseArgs } from 'node:util'
import { number, table } from '../table.ts'
import { measureForgery } from './measure-forgery.ts'

/** What docs/promises.md allows, in MB. */
const aim = 20

const { values } = parseArgs({ options: { sources: { type: 'string', default: '1000000' } } })
const sources = Number(values.sources)

const floods = [
  // A source sends 1.2 datagrams on average: just below the twenty thousand that strangers may send in a second.
  { name: 'as fast as the limits allow', sourcesPerMs: 16 },
  { name: 'six times as fast: the rest is dropped', sourcesPerMs: 100 },
]
const runs = floods.map(({ name, sourcesPerMs }) => ({ name, ...measureForgery(sources, sourcesPerMs) }))
console.log(
  table([
    [`${number(sources)} forged sources`, 'datagrams', 'MB held at most', 'aim', 'MB at the end', 'process grew by MB', 'entries at most', 'µs CPU/datagram'], // biome-ignore format: one line
    ...runs.map(({ name, datagrams, seconds, heldMost, heldLast, grown, entriesMost }) => [
      name,
      number(datagrams),
      number(heldMost, 1),
      `≤ ${aim}`,
      number(heldLast, 1),
      number(grown, 1),
      number(entriesMost),
      number((seconds / datagrams) * 1e6, 1),
    ]),
  ]),
)
const failed = runs.filter(({ heldMost, bugs }) => heldMost > aim || bugs > 0).length
console.log(`${runs.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
