import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type RunOptions, runTown } from './run-town.ts'
import { sayReport } from './say-report.ts'
import type { WeatherName } from './weather.ts'

const small = { clients: 12, minutes: 10, weather: 'random' } as const

/** What broke, in a form that shows everything when a test fails. */
const broken = (options: RunOptions): string[] =>
  runTown(options).complaints.map(({ witness, at, sentence }) => `${at.toFixed(0)} ${witness}: ${sentence}`)

test('two runs of one seed are the same in everything', () => {
  const options = { ...small, weather: 'stormy', seed: 3 } as const
  const first = runTown(options)
  expect(runTown(options)).toEqual(first)
  expect(first.events).toBeGreaterThan(1_000)
  expect(runTown({ ...options, seed: 4 }).hash).not.toBe(first.hash)
})

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('seed %i', (seed) => {
  expect(broken({ ...small, seed })).toEqual([])
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])('seed %i, where most people connect directly', (seed) => {
  expect(broken({ ...small, seed, peers: 80 })).toEqual([])
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])('seed %i, where most people are in browsers', (seed) => {
  expect(broken({ ...small, seed, browsers: 70, peers: 40 })).toEqual([])
})

test('in calm weather direct connections hold, and nothing comes twice', () => {
  const setting = { clients: 20, minutes: 30, weather: 'calm' } as const
  const { complaints, direct, messages, hash } = runTown({ seed: 5, ...setting, peers: 100 })
  expect(complaints).toEqual([])
  expect(direct.broken).toBe(0)
  expect(direct.messages).toBeGreaterThan(100)
  expect(direct.received).toBeGreaterThan(100)
  expect(messages.repeated).toBe(0)
  expect(runTown({ seed: 5, ...setting, peers: 100 }).hash).toBe(hash)
})

test('in calm weather everything is shown once, at once', () => {
  const report = runTown({ seed: 8, clients: 20, minutes: 30, weather: 'calm' })
  expect(report.complaints).toEqual([])
  const { written, acknowledged, shown, refused, repeated } = report.messages
  expect(acknowledged).toBe(written)
  expect(shown + refused).toBe(written)
  expect(repeated).toBe(0)
  expect(report.presence.worstMs).toBeLessThan(1_000)
})

test('a storm is a storm', () => {
  const { datagrams, lost, crashes } = runTown({ seed: 8, clients: 20, minutes: 30, weather: 'stormy' })
  expect(lost / datagrams).toBeGreaterThan(0.15)
  expect(crashes).toBeGreaterThan(0)
})

const seedLines = readFileSync(join(import.meta.dirname, 'seeds.txt'), 'utf8')
  .split('\n')
  .filter((line) => /^\d/.test(line))

test.each(seedLines)('seed that failed once: %s', (line) => {
  const [seed, clients, minutes, weather, peers = '0'] = line.split(' ')
  const setting = {
    clients: Number(clients),
    minutes: Number(minutes),
    weather: weather as WeatherName,
    peers: Number(peers),
  }
  expect(broken({ seed: Number(seed), ...setting })).toEqual([])
})

test('a report can be read by people', () => {
  const report = runTown({ ...small, seed: 1 })
  const lines = sayReport(report, 1_500)
  expect(lines).toContain('virtual time   14 min 20 s')
  expect(lines).toContain('wall time      1.5 s')
  expect(lines.at(-1)).toBe('every promise was kept')
  expect(lines.some((line) => line.startsWith(`trace hash     ${report.hash}`))).toBe(true)
  const complaints = Array.from({ length: 12 }, () => ({ witness: 'safety', at: 1_500, sentence: 'lost' }))
  const bad = sayReport({ ...report, complaints }, 0)
  expect(bad).toContain('12 broken promises')
  expect(bad).toContain('  1.500 s  safety: lost')
  expect(bad.at(-1)).toBe('  and 2 more')
})
