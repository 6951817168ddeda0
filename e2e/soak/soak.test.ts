import { expect, test } from 'vitest'
import { soak } from './soak.ts'

test('a few seconds of an ordinary day leave nothing behind', async () => {
  const options = { minutes: 0.1, users: 60, rate: 40, seed: 1, absenceMs: 1_000, say: () => {} }
  const { sent, acknowledged, lost, complaints, wrongs, counts, exitCode, samples } = await soak(options)
  expect({ lost, complaints, wrongs, exitCode }).toEqual({ lost: 0, complaints: [], wrongs: 0, exitCode: 0 })
  expect(counts).toMatchObject({ loggedOut: 0, unanswered: 0 })
  expect(acknowledged).toBe(sent)
  expect(sent).toBeGreaterThan(100)
  expect(samples.length).toBeGreaterThan(0)
}, 60_000)
