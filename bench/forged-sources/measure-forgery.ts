import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { limitsOn } from '@seekyou/server'
import { newForgery } from '@seekyou/server/testing'

/** What a flood from forged sources has cost. Memory in MB (10⁶ bytes), measured after a full collection of garbage. */
export interface ForgeryFigures {
  readonly datagrams: number
  readonly seconds: number
  /** The most that the node ever held beyond what it held before, and what it held at the end. */
  readonly heldMost: number
  readonly heldLast: number
  /** By how much the process grew, garbage included. */
  readonly grown: number
  /** Entries of all tables together, the most at a time. */
  readonly entriesMost: number
  readonly bugs: number
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** So often the memory is measured. */
const measurements = 20

/** Feeds a pure node with its usual limits from `sources` sources that speak once each, `sourcesPerMs` in a millisecond of its time. */
export function measureForgery(sources: number, sourcesPerMs: number): ForgeryFigures {
  warmUp()
  const { node, forge } = newForgery(limitsOn, sourcesPerMs)
  const before = heldBytes()
  const residentBefore = process.memoryUsage.rss()
  const begun = process.cpuUsage()
  let datagrams = 0
  let heldMost = 0
  let held = 0
  let entriesMost = 0
  for (let source = 0; source < sources; source++) {
    datagrams += forge(source)
    if ((source + 1) % Math.ceil(sources / measurements) !== 0 && source !== sources - 1) continue
    held = heldBytes() - before
    heldMost = Math.max(heldMost, held)
    const { waitingBytes: _, ...tables } = node.sizes
    entriesMost = Math.max(
      entriesMost,
      Object.values(tables).reduce((sum, size) => sum + size, 0),
    )
  }
  const { user, system } = process.cpuUsage(begun)
  const grown = process.memoryUsage.rss() - residentBefore
  return {
    datagrams,
    seconds: (user + system) / 1e6,
    heldMost: heldMost / 1e6,
    heldLast: held / 1e6,
    grown: grown / 1e6,
    entriesMost,
    bugs: node.counters.bugs,
  }
}

/** Compiled code and everything else that is made once is not the flood's. */
function warmUp(): void {
  const { forge } = newForgery(limitsOn)
  for (let source = 0; source < 20_000; source++) forge(source)
}

function heldBytes(): number {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
