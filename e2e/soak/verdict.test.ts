import { expect, test } from 'vitest'
import type { Sample, Soaked } from './soak.ts'
import { verdict } from './verdict.ts'

const mib = 2 ** 20

/** A run of so many minutes with four samples a minute, of which each holds `heldAt(minute)` mebibytes. */
const run = (minutes: number, heldAt: (minute: number) => number, changes: Partial<Soaked> = {}): Soaked => ({
  samples: Array.from({ length: minutes * 4 }, (_, index): Sample => {
    const at = (index + 1) / 4
    const delayMs = { p50: 0.1, p99: 1, max: 5 }
    return { at, held: heldAt(at) * mib, rss: 100 * mib, files: 30, handles: 8, online: 950, delayMs }
  }),
  counts: { signOns: 1_000, loggedOut: 0, repeated: 0, resent: 0, unanswered: 0 },
  counters: { bugs: 0, storeFailures: 0 },
  sent: 10,
  acknowledged: 10,
  shown: 10,
  repeats: 0,
  lost: 0,
  complaints: [],
  wrongs: 0,
  exitCode: 0,
  cpu: { server: 0.03, clients: 0.01 },
  ...changes,
})
const broken = (soaked: Soaked): string[] =>
  verdict(soaked).checks.flatMap(({ what, isTrue }) => (isTrue ? [] : [what]))
const noise = (minute: number): number => ((minute * 7.3) % 1) - 0.5

test('a server that grows until it is warm, and then stays, passes', () => {
  expect(broken(run(120, (minute) => 30 + Math.min(minute, 20) / 4 + noise(minute)))).toEqual([])
})

test('a megabyte and a half an hour is too much', () => {
  expect(broken(run(120, (minute) => 30 + minute / 40))).toEqual(['1.50 ± 0.00 MiB/h more held (at most 1)'])
})

test('a short run forgives that the server is not warm yet, and not a leak', () => {
  expect(broken(run(10, (minute) => 30 + minute / 6 + noise(minute) / 10))).toEqual([])
  expect(broken(run(10, (minute) => 30 + minute / 2 + noise(minute) / 10))).toHaveLength(1)
})

test('every broken promise is told', () => {
  const samples = run(10, () => 30).samples.map((sample) => ({
    ...sample,
    files: 30 + sample.at,
    handles: 8 + sample.at,
  }))
  const changes: Partial<Soaked> = {
    samples,
    counts: { signOns: 1_000, loggedOut: 1, repeated: 0, resent: 6, unanswered: 1 },
    counters: { bugs: 1, storeFailures: 0 },
    sent: 12,
    acknowledged: 11,
    lost: 1,
    complaints: ['a'],
    wrongs: 1,
    exitCode: 1,
  }
  expect(broken(run(10, () => 30, changes))).toHaveLength(10)
})
