import { expect, test } from 'vitest'
import { Dice } from './dice.ts'
import { sayWeather, weather } from './weather.ts'

test('each thing that may go wrong is there in about every other town, whatever else is', () => {
  const towns = Array.from({ length: 1_000 }, (_, seed) => sayWeather(weather('random', new Dice(seed))).split(', '))
  const all = sayWeather(weather('stormy', new Dice(1))).split(', ')
  expect(all).toHaveLength(17)
  for (const thing of all) {
    const withIt = towns.filter((town) => town.includes(thing))
    expect(withIt.length, thing).toBeGreaterThan(350)
    expect(withIt.length, thing).toBeLessThan(800)
    for (const other of all) {
      if (other === thing) continue
      const both = withIt.filter((town) => town.includes(other)).length
      expect(both, `${thing} and ${other}`).toBeGreaterThan(100)
      expect(both, `${thing} without ${other}`).toBeLessThan(withIt.length - 50)
    }
  }
})

test('nothing goes wrong in calm weather', () => {
  expect(sayWeather(weather('calm', new Dice(1)))).toBe('nothing')
})
