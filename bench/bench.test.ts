import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type TestContext, test } from 'vitest'
import { runProgram } from '../tools/run-program.ts'

/** Each test starts a dozen programs one after another. */
const timeout = 120_000

/** Runs the program with a folder of its own for what it writes, and reads the JSON of this name. */
async function run(name: string, flags: readonly string[], onTestFinished: TestContext['onTestFinished']) {
  const out = await mkdtemp(join(tmpdir(), 'seekyou-bench-'))
  onTestFinished(() => rm(out, { recursive: true }))
  const { ok, output } = await runProgram('node', ['bench/main.ts', ...flags, '--out', out])
  expect(ok, output).toBe(true)
  expect(await readFile(join(out, `${name}.svg`), 'utf8')).toMatch(/^<svg /)
  return { output, figures: JSON.parse(await readFile(join(out, `${name}.json`), 'utf8')) }
}

test('a short run measures everything', { timeout }, async ({ onTestFinished }) => {
  const flags = ['--seconds', '0.4', '--warmup', '0.2', '--users', '20', '--rounds', '1', '--rate', '200']
  const { output, figures } = await run('bench', flags, onTestFinished)
  expect(output).toContain('ratio to the forwarder')
  expect(
    figures.reports.map(({ phases }: { phases: { phase: string }[] }) => phases.map(({ phase }) => phase)),
  ).toEqual([
    ['login', 'message', 'message-rate'],
    ['login', 'message', 'message-rate', 'contact', 'presence', 'churn', 'idle'],
    ['login', 'message'],
  ])
  for (const { phases } of figures.reports) {
    for (const { phase, lost, counts, operations } of phases) {
      expect({ phase, lost, repeated: counts.repeated }).toEqual({ phase, lost: 0, repeated: 0 })
      if (phase.startsWith('message')) expect(operations, phase).toBeGreaterThan(0)
    }
  }
  expect(figures.commitsPerMessage.slow).toBeGreaterThan(0)
  expect(figures.codec.decodedPerSecond).toBeGreaterThan(0)
  expect(figures.codec.encodedPerSecond).toBeGreaterThan(0)
  expect(figures.durableCommitsPerSecond).toBeGreaterThan(0)
})

test('a small crowd signs on twice during a small flood, while some chat', { timeout }, async ({ onTestFinished }) => {
  const flags = [
    '--login-storm',
    '--users',
    '20',
    '--flood',
    '100',
    '--warmup',
    '0.2',
    '--chatters',
    '5',
    '--chat',
    '10',
  ]
  const { output, figures } = await run('login-storm', flags, onTestFinished)
  expect(output).toContain('5 users chat meanwhile')
  const [storm, chat] = figures.reports
  for (const { users, counts } of storm.phases)
    expect({ users, refused: counts.refused }).toEqual({ users: 20, refused: 0 })
  const { lost, timings } = chat.phases[1]
  expect(lost).toBe(0)
  expect(timings.acknowledged.count).toBeGreaterThan(0)
  expect(figures.flood.sent).toBeGreaterThan(0)
  expect(figures.server.online).toBe(25)
  const ofClients = [...storm.phases, ...chat.phases].reduce((sum, { counts }) => sum + counts.datagramsOut, 0)
  expect(figures.server.counters.datagramsIn).toBe(figures.flood.sent + ofClients)
})
