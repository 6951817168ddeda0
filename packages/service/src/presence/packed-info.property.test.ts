import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PackedInfo } from './packed-info.ts'

const text = fc.uint8Array({ maxLength: 70 })

test('a packed profile says what went in', () => {
  fc.assert(
    fc.property(text, text, text, text, fc.boolean(), (nick, first, last, email, needsAuthorization) => {
      const info = { nick, first, last, email, needsAuthorization }
      const packed = new PackedInfo(info)
      const { nick: a, first: b, last: c, email: d, needsAuthorization: e } = packed
      expect({ nick: a, first: b, last: c, email: d, needsAuthorization: e }).toEqual(info)
    }),
  )
})
