import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText, textMax } from './split-text.ts'

const space = 0x20
const lineFeed = 0x0a
/** With and without places to cut. */
const text = fc.oneof(
  fc.uint8Array({ maxLength: 2_000 }),
  fc.uint8Array({ min: 0x61, max: 0x7a, maxLength: 2_000 }),
  fc
    .array(fc.constantFrom(0x61, 0x61, 0x61, space, lineFeed), { maxLength: 2_000 })
    .map((bytes) => Uint8Array.from(bytes)),
  fc.integer({ min: textMax - 2, max: textMax + 2 }).map((length) => new Uint8Array(length).fill(0x61)),
)

test('the parts are the text, each fits into a message, and none is empty', () => {
  fc.assert(
    fc.property(text, (text) => {
      const parts = splitText(text)
      expect(Uint8Array.from(parts.flatMap((part) => [...part]))).toEqual(text)
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(textMax)
      if (text.length > 0) for (const part of parts) expect(part.length).toBeGreaterThan(0)
    }),
  )
})

test('a cut falls behind a space or a line end where there is one in the second half', () => {
  fc.assert(
    fc.property(text, (text) => {
      for (const part of splitText(text).slice(0, -1)) {
        const last = part.at(-1)
        if (last === space || last === lineFeed) continue
        expect(part).toHaveLength(textMax)
        expect(part.subarray(textMax / 2).some((byte) => byte === space || byte === lineFeed)).toBe(false)
      }
    }),
  )
})
