import { expect, test } from 'vitest'
import { type Runner, replayCommand, runSeeds, type Verdict } from './many-seeds.ts'

const complaints = [{ witness: 'safety', at: 1, sentence: 'lost' }]

test('every seed is run once, by whoever is free, and failures are told at once and returned in order', async () => {
  const ran: number[] = []
  const runner: Runner = {
    run: async (seed): Promise<Verdict> => {
      ran.push(seed)
      await Promise.resolve()
      return { seed, complaints: seed % 3 === 0 ? complaints : [] }
    },
  }
  const told: number[] = []
  const failures = await runSeeds([9, 5, 3, 4, 7], [runner, runner], ({ seed }) => told.push(seed))
  expect(ran.sort()).toEqual([3, 4, 5, 7, 9])
  expect(told.sort()).toEqual([3, 9])
  expect(failures.map(({ seed }) => seed)).toEqual([3, 9])
})

test('the command that replays a failure', () => {
  expect(replayCommand(17, { clients: 20, minutes: 30, weather: 'random' })).toBe(
    'npm run sim -- --seed 17 --clients 20 --minutes 30 --weather random',
  )
})
