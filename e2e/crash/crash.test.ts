import { expect, test } from 'vitest'
import { proveCrashes } from './prove.ts'

test('a server that is killed in the middle of its work loses nothing that it has acknowledged, and keeps the order', async () => {
  const lines: string[] = []
  const proof = await proveCrashes({ rounds: 6, seed: 1, say: (line) => lines.push(line) })
  expect(proof.failed, lines.join('\n')).toBe(0)
  expect(proof.acknowledged).toBeGreaterThan(0)
  expect(proof.shown).toBeGreaterThanOrEqual(proof.acknowledged)
}, 60_000)
