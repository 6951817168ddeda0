import { expect, test } from 'vitest'
import { runProgram } from '../../tools/run-program.ts'

test('a small flood is measured, and a few sources cost little', async () => {
  const { ok, output } = await runProgram('node', ['bench/forged-sources/main.ts', '--sources', '2000'])
  expect(ok, output).toBe(true)
  expect(output).toMatch(/^2,000 forged sources/)
  expect(output.trimEnd()).toMatch(/\n2 passed, 0 failed$/)
})
