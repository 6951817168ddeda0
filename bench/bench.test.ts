import { expect, test } from 'vitest'
import { runProgram } from '../tools/run-program.ts'

test('a short run measures everything', async () => {
  const options = ['--seconds', '0.4', '--warmup', '0.2', '--users', '20', '--rounds', '1', '--rate', '200', '--json']
  const { ok, output } = await runProgram('node', ['bench/main.ts', ...options])
  expect(ok, output).toBe(true)
  const { figures } = JSON.parse(output)
  for (const row of [figures.forwarder, figures.seekyou, figures.seekyouSlow]) {
    expect(row.messagesPerSecond).toBeGreaterThan(0)
    expect(row.repeated).toBe(0)
  }
  expect(figures.seekyouSlow.commitsPerMessage).toBeGreaterThan(0)
  for (const latency of [figures.latency.forwarder, figures.latency.seekyou])
    expect(latency.shownP99).toBeGreaterThan(0)
  expect(figures.codec.decodedPerSecond).toBeGreaterThan(0)
  expect(figures.codec.encodedPerSecond).toBeGreaterThan(0)
  expect(figures.durableCommitsPerSecond).toBeGreaterThan(0)
})
