import { expect, test } from 'vitest'
import { runProgram } from '../../tools/run-program.ts'

test('a small folder is filled, and the program started on it and on an empty one', async () => {
  const options = ['--accounts', '2000', '--messages', '90', '--links', '1100', '--rounds', '1', '--json']
  const { ok, output } = await runProgram('node', ['bench/start/main.ts', ...options])
  expect(ok, output).toBe(true)
  const { figures } = JSON.parse(output)
  for (const start of [figures.empty, figures.full, figures.killed]) {
    expect(start.seconds).toBeGreaterThan(0)
    expect(start.residentMiB).toBeGreaterThan(0)
  }
  expect(figures.databaseMiB).toBeGreaterThan(0)
})

test('what there cannot be is refused with a sentence', async () => {
  const { ok, output } = await runProgram('node', ['bench/start/main.ts', '--accounts', '5', '--links', '6'])
  expect([ok, output.trim()]).toEqual([false, 'bench: --links must not be more than --accounts'])
})

test('a count that is none is refused with a sentence', async () => {
  const { ok, output } = await runProgram('node', ['bench/start/main.ts', '--accounts', 'many'])
  expect([ok, output.trim()]).toEqual([false, 'bench: --accounts must be a whole number above 0'])
})
