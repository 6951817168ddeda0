import { describe, expect, it } from 'vitest'
import type { Answer } from '../office/ways.ts'
import { joined, perSecond, type Sample, sampleBetween, sumOf, withLatest } from './samples.ts'

const status = (uptimeMs: number, counters: Record<string, number>): Answer<'status'> => ({
  online: 3,
  uptimeMs,
  udp: '127.0.0.1:4000',
  storeCalls: 0,
  health: { memory: { rss: 5, heapUsed: 1, external: 1 }, handles: 1, delayMs: { p50: 0, p99: 0, max: 0 } },
  counters,
  limits: {},
})
const at = (time: number): Sample => ({
  at: time,
  online: 0,
  datagramsIn: 1,
  datagramsOut: 2,
  messages: 0,
  rss: 0,
  refused: 0,
  faults: 0,
  limitsHit: 0,
})

describe('the samples of the overview', () => {
  it('are what was counted between two looks', () => {
    const before = status(1_000, { datagramsIn: 10, messagesDelayed: 1 })
    const after = status(2_000, { datagramsIn: 14, messagesDelayed: 2, strangersDropped: 3, faults: 1 })
    expect(sampleBetween({ status: before, at: 1_000 }, { status: after, at: 2_000 })).toMatchObject({
      at: 2_000,
      online: 3,
      datagramsIn: 4,
      limitsHit: 4,
      faults: 1,
    })
  })

  it('do not reach over a restart or a pause', () => {
    const before = { status: status(9_000, { faults: 5 }), at: 1_000 }
    expect(sampleBetween(before, { status: status(100, {}), at: 2_000 })).toBeUndefined()
    expect(sampleBetween(before, { status: status(19_000, { faults: 9 }), at: 11_000 })).toBeUndefined()
  })

  it('go on where the chronicle ends', () => {
    const all = joined([at(1_000), at(2_000)], [at(1_900), at(2_100), at(3_000)], 2_000)
    expect(all.map((sample) => sample.at)).toEqual([2_000, 3_000])
    expect(sumOf(all, 'datagramsIn', 'datagramsOut')).toBe(6)
  })

  it('show a server that began a minute ago in the plot of a day', () => {
    const latest = withLatest([], [at(1_000), at(2_000)])
    expect(latest).toHaveLength(1)
    expect(latest[0]).toMatchObject({ at: 2_000, datagramsIn: 2, datagramsOut: 4 })
  })

  it('are counted a second, also the last one, which is shorter', () => {
    const samples = [at(0), at(300_000), at(302_000)]
    expect(perSecond(samples, 'datagramsOut', 300_000)).toEqual([2 / 300, 2 / 300, 1])
  })
})
