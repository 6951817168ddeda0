import { expect, test } from 'vitest'
import { countries, countryChoices, countryName } from './countries.ts'

test('names a country in the language of the reader', () => {
  expect(countryName(46, 'en')).toBe('Sweden')
  expect(countryName(380, 'ru')).toBe('Украина')
  expect(countryName(380, 'uk')).toBe('Україна')
  expect(countryName(107, 'en')).toBe('Canada')
  expect(countryName(12_345, 'en')).toBeUndefined()
})

test('every number has a region that the browser can name', () => {
  for (const [country, region] of countries) {
    expect(region, `${country}`).toMatch(/^[A-Z]{2}$/)
    expect(countryName(country, 'en'), region).not.toBe(region)
  }
})

test('offers each region once, in the order of its names', () => {
  const choices = countryChoices('en')
  expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length)
  expect(choices[0]?.name).toBe('Afghanistan')
  expect(choices.find(({ name }) => name === 'Uzbekistan')?.country).toBe(711)
})
