import { expect, test } from 'vitest'
import { type Counts, type Runner, replayCommand, runSeeds, type Verdict } from './many-seeds.ts'

const complaints = [{ witness: 'safety', at: 1, sentence: 'lost' }]

const counts: Counts = { crashes: 1, stops: 2, resumed: 3, messages: 4, repeated: 5, datagrams: 6, direct: 7 }

test('every seed is run once, by whoever is free; verdicts are told at once, failures returned in order, counts added', async () => {
  const ran: number[] = []
  const runner: Runner = {
    run: async (seed): Promise<Verdict> => {
      ran.push(seed)
      await Promise.resolve()
      return { seed, complaints: seed % 3 === 0 ? complaints : [], counts }
    },
  }
  const told: number[] = []
  const result = await runSeeds([9, 5, 3, 4, 7], [runner, runner], ({ seed }) => told.push(seed))
  expect(ran.sort()).toEqual([3, 4, 5, 7, 9])
  expect(told.sort()).toEqual([3, 4, 5, 7, 9])
  expect(result.failures.map(({ seed }) => seed)).toEqual([3, 9])
  expect(result.counts).toEqual({
    crashes: 5,
    stops: 10,
    resumed: 15,
    messages: 20,
    repeated: 25,
    datagrams: 30,
    direct: 35,
  })
})

test('the command that replays a failure', () => {
  expect(replayCommand(17, { clients: 20, minutes: 30, weather: 'random' })).toBe(
    'npm run sim -- --seed 17 --clients 20 --minutes 30 --weather random',
  )
  expect(replayCommand(17, { clients: 20, minutes: 30, weather: 'random', peers: 60 })).toBe(
    'npm run sim -- --seed 17 --clients 20 --minutes 30 --weather random --peers 60',
  )
  expect(replayCommand(17, { clients: 20, minutes: 30, weather: 'random', browsers: 70 })).toBe(
    'npm run sim -- --seed 17 --clients 20 --minutes 30 --weather random --browsers 70',
  )
})
