import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runProgram } from '../../tools/run-program.ts'
import type { SizeFigures } from './measure-size.ts'

test('of ten thousand users each takes no more memory than is promised for a million', {
  timeout: 120_000,
}, async () => {
  const json = join(tmpdir(), `seekyou-million-${process.pid}.json`)
  const options = ['--users', '10000', '--messages', '2000', '--json', json]
  const { ok, output } = await runProgram('node', ['bench/million/main.ts', ...options])
  expect(ok, output).toBe(true)
  expect(output).toMatch(/^users, 20 contacts each/)
  expect(output.trimEnd()).toMatch(/\n1 passed, 0 failed$/)
  const figures: SizeFigures[] = JSON.parse(readFileSync(json, 'utf8'))
  rmSync(json)
  expect(figures.map(({ users }) => users)).toEqual([1_000, 10_000])
  for (const { keepAlive, message, signOn } of figures)
    for (const { cpu } of [keepAlive, message, signOn]) expect(cpu).toBeGreaterThan(0)
})

test('a size that makes no sense is refused with a sentence', async () => {
  const { ok, output } = await runProgram('node', ['bench/million/main.ts', '--users', 'many'])
  expect([ok, output.trim()]).toEqual([false, 'bench: --users must be a whole number above 0'])
})
