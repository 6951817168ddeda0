import { expect, test } from 'vitest'
import { Misunderstanding, understand } from './options.ts'

const setting = { clients: 20, minutes: 30, weather: 'random' }

test('defaults', () => {
  expect(understand({}, 2)).toEqual({ what: 'help' })
  expect(understand({ help: true, seed: '1' }, 2)).toEqual({ what: 'help' })
  expect(understand({ seed: '17' }, 2)).toEqual({ what: 'one', seed: 17, setting, follow: [] })
  expect(understand({ seeds: '3' }, 2)).toEqual({ what: 'many', seeds: [1, 2, 3], setting, threads: 2 })
  expect(understand({ seeds: '2', from: '40', threads: '1' }, 2)).toMatchObject({ seeds: [40, 41], threads: 1 })
})

test('a big town has ten minutes unless told', () => {
  expect(understand({ seed: '1', clients: '5000', weather: 'stormy' }, 2)).toMatchObject({
    setting: { clients: 5_000, minutes: 10, weather: 'stormy' },
  })
  expect(understand({ seed: '1', clients: '5000', minutes: '2' }, 2)).toMatchObject({ setting: { minutes: 2 } })
})

test('people who connect directly', () => {
  expect(understand({ seed: '1', peers: '60' }, 2)).toMatchObject({ setting: { ...setting, peers: 60 } })
  expect(understand({ seed: '1', browsers: '70' }, 2)).toMatchObject({ setting: { ...setting, browsers: 70 } })
})

test('people to follow', () => {
  expect(understand({ seed: '1', follow: '1001,1017' }, 2)).toMatchObject({ follow: [1_001, 1_017] })
})

test.each([
  [{ seed: 'x' }, '--seed x is not understood: give a whole number from 0 on.'],
  [{ seed: '1', clients: '0' }, '--clients 0 is not understood: give a whole number from 1 on.'],
  [{ seed: '1', peers: 'all' }, '--peers all is not understood: give a whole number from 0 on.'],
  [{ seeds: '-3' }, '--seeds -3 is not understood: give a whole number from 1 on.'],
  [{ seed: '1', weather: 'foggy' }, '--weather foggy is not known: choose one of calm, breezy, stormy, random.'],
  [{ seed: '1', follow: 'ann' }, '--follow ann is not understood: give UINs with commas, for example 1001,1017.'],
])('%j is answered with what to do instead', (typed, sentence) => {
  expect(() => understand(typed, 2)).toThrow(new Misunderstanding(sentence))
})
