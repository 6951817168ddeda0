import { expect, test } from 'vitest'
import { type Availability, availabilityOf, isInvisible, normaliseStatus, status, withAvailability } from './status.ts'

test.each<[number, Availability]>([
  [0x0000, 'online'],
  [0x0001, 'away'],
  [0x0005, 'notAvailable'],
  [0x0011, 'occupied'],
  [0x0013, 'doNotDisturb'],
  [0x0020, 'freeForChat'],
  [0x0100, 'online'],
  [0x0104, 'notAvailable'],
  [0x0002_0011, 'occupied'],
])('the value %i, as clients send it, means %s', (word, availability) => {
  expect(availabilityOf(status(word))).toBe(availability)
})

test('the busiest of several bits wins', () => {
  expect(availabilityOf(status(0x37))).toBe('doNotDisturb')
  expect(availabilityOf(status(0x35))).toBe('occupied')
  expect(availabilityOf(status(0x25))).toBe('notAvailable')
  expect(availabilityOf(status(0x21))).toBe('away')
})

test.each([
  [0x0002, 0x0013],
  [0x0004, 0x0005],
  [0x0010, 0x0011],
  [0x0001, 0x0001],
  [0x0020, 0x0020],
  [0x0000, 0x0000],
])('the bare bit %i is completed to %i', (bare, whole) => {
  expect(normaliseStatus(status(bare))).toBe(whole)
})

test('invisibility and flags survive, the highest bit included', () => {
  expect(normaliseStatus(status(0x8009_0104))).toBe(0x8009_0105)
  expect(withAvailability(status(0x8001_0113), 'online')).toBe(0x8001_0100)
  expect(isInvisible(status(0x0100))).toBe(true)
  expect(isInvisible(status(0x8001_00ff))).toBe(false)
})

test('a status word is unsigned, whatever arithmetic it went through', () => {
  expect(status(-1)).toBe(0xffff_ffff)
  expect(status(0xffff_ffff)).toBe(0xffff_ffff)
})
