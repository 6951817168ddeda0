import type { Uin } from '@seekyou/language'
import type { Message } from '@seekyou/service'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packMessages, unpackMessages } from './packed-messages.ts'

const uins = fc.integer({ min: 1, max: 0xffff_ffff }).map((number) => number as Uin)
const messages: fc.Arbitrary<Message> = fc.record({
  id: fc.maxSafeNat(),
  to: uins,
  from: uins,
  kind: fc.integer({ min: 0, max: 0xffff }),
  text: fc.uint8Array({ maxLength: 50 }),
  at: fc.maxSafeNat(),
})

test('messages that are packed come out as they went in', () => {
  fc.assert(
    fc.property(fc.array(messages), (some) => {
      expect(unpackMessages(packMessages(some))).toEqual(some)
    }),
  )
})
