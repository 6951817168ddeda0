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

test('a small crowd signs on twice during a small flood', async () => {
  const options = ['--login-storm', '--users', '20', '--flood', '100', '--warmup', '0.2', '--json']
  const { ok, output } = await runProgram('node', ['bench/main.ts', ...options])
  expect(ok, output).toBe(true)
  const { figures } = JSON.parse(output)
  for (const { onLine, refused } of [figures.first, figures.again])
    expect({ onLine, refused }).toEqual({ onLine: 20, refused: 0 })
  expect(figures.server.online).toBe(20)
  expect(figures.flood.sent).toBeGreaterThan(0)
  expect(figures.server.counters.datagramsIn).toBe(figures.flood.sent + figures.sentByClients)
})
