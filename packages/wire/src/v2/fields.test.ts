import { expect, test } from 'vitest'
import { dissect } from '../dissect.ts'
import { bytesOf } from '../testing/bytes.ts'
import { status, timeZone } from './fields.ts'

test('fields with a look of their own have a type of their own', () => {
  expect([status.type, timeZone.type]).toEqual(['status', 'time zone'])
})

const shown = (hex: string, field: string): string | undefined =>
  dissect(bytesOf(hex), { from: 'client' }).rows.find((row) => row.field === field)?.value

test.each([
  ['00 00 00 00', '0 (online)'],
  ['20 00 00 00', '32 (0x00000020) (free for chat)'],
  ['01 00 00 00', '1 (away)'],
  ['05 00 00 00', '5 (not available)'],
  ['15 00 00 00', '21 (0x00000015) (occupied)'],
  ['37 00 00 00', '55 (0x00000037) (do not disturb)'],
  ['00 01 00 00', '256 (0x00000100) (online, invisible)'],
  ['01 00 0B 00', '720897 (0x000B0001) (away, web-aware, address flag, birthday)'],
  ['00 FE F4 FF', '4294245888 (0xFFF4FE00) (online)'],
])('the status %s: %s', (hex, value) => {
  expect(shown(`02 00 D8 04 01 00 87 D6 12 00 ${hex}`, 'status')).toBe(value)
})

test.each([
  ['00', '0 (GMT+0)'],
  ['01', '1 (GMT-0.5)'],
  ['0A', '10 (GMT-5)'],
  ['FE', '254 (GMT+1)'],
  ['80', '128 (GMT+64)'],
  ['9C', '156 (not entered)'],
])('the time zone %s: %s', (hex, value) => {
  const profile = (zone: string) => `02 00 B0 04 01 00 01 00 00 00 01 00 01 00 00 2E 00 ${zone} 01 00 00 1E 00 02`
  expect(shown(profile(hex), 'tz')).toBe(value)
})
