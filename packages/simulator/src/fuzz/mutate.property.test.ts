import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Dice } from '../dice.ts'
import { compose } from './compose.ts'
import { lineOf } from './input.ts'
import { mutate } from './mutate.ts'
import { placesOf } from './places.ts'
import { tryPacket } from './try-packet.ts'

test('what is composed can be read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0 }), (seed) => {
      const input = compose(new Dice(seed))
      // A frame of one channel means nothing on another.
      fc.pre(input.way === 'client' || input.way === 'server')
      expect(tryPacket(input)).toContain(' with ')
    }),
  )
})

test('damage leaves the original alone, stays within a datagram, and is read without an exception', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0 }), (seed) => {
      const dice = new Dice(seed)
      const input = compose(dice)
      const other = compose(dice)
      const lines = [lineOf(input), lineOf(other)]
      const bytes = mutate(input.bytes, placesOf(input), other.bytes, dice)
      expect([lineOf(input), lineOf(other)]).toEqual(lines)
      expect(bytes.length).toBeLessThanOrEqual(65_507)
      expect(tryPacket({ way: input.way, bytes })).toMatch(/^\w+ \w+ /)
    }),
    { numRuns: 1_000 },
  )
})

test('the emptiest input can be damaged', () => {
  const dice = new Dice(1)
  const nothing = { way: 'client', bytes: new Uint8Array(0) } as const
  for (let round = 0; round < 200; round++) mutate(nothing.bytes, placesOf(nothing), nothing.bytes, dice)
})
