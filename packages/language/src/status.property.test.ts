import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Availability, availabilityOf, isInvisible, normaliseStatus, status, withAvailability } from './status.ts'

const anyStatus = fc.nat(0xffff_ffff).map(status)
const anyAvailability = fc.constantFrom<Availability>(
  'online',
  'away',
  'notAvailable',
  'occupied',
  'doNotDisturb',
  'freeForChat',
)

test('to normalise changes no meaning, touches only the lowest byte, and is done once and for all', () => {
  fc.assert(
    fc.property(anyStatus, (word) => {
      const normal = normaliseStatus(word)
      expect(availabilityOf(normal)).toBe(availabilityOf(word))
      expect(isInvisible(normal)).toBe(isInvisible(word))
      expect(normal - (normal & 0xff)).toBe(word - (word & 0xff))
      expect(normaliseStatus(normal)).toBe(normal)
    }),
  )
})

test('a status is as available as it was made, and keeps everything else', () => {
  fc.assert(
    fc.property(anyStatus, anyAvailability, (word, availability) => {
      const made = withAvailability(word, availability)
      expect(availabilityOf(made)).toBe(availability)
      expect(made - (made & 0xff)).toBe(word - (word & 0xff))
    }),
  )
})
