import { expect, test } from 'vitest'
import { clockThere, timeZoneName, timeZones } from './time-zones.ts'

test('half hours to the west have the name of their distance from Greenwich', () => {
  expect(timeZoneName(0)).toBe('UTC')
  expect(timeZoneName(-2)).toBe('UTC+1:00')
  expect(timeZoneName(-11)).toBe('UTC+5:30')
  expect(timeZoneName(7)).toBe('UTC−3:30')
  expect([timeZoneName(timeZones.at(0) ?? 0), timeZoneName(timeZones.at(-1) ?? 0)]).toEqual(['UTC+14:00', 'UTC−12:00'])
})

test('tells the time there', () => {
  expect(clockThere(-11, new Date('2026-11-22T20:00:00Z'), 'ru')).toBe('01:30')
})
