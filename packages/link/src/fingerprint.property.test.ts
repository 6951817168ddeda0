import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'

test('equal datagrams have one fingerprint, and a changed byte changes it', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 80 }),
      fc.nat(79),
      fc.integer({ min: 1, max: 255 }),
      (bytes, at, change) => {
        const changed = bytes.slice()
        changed[at % bytes.length] = (changed[at % bytes.length]! + change) & 0xff
        expect(fingerprintOf(bytes.slice())).toBe(fingerprintOf(bytes))
        expect(fingerprintOf(changed)).not.toBe(fingerprintOf(bytes))
        expect(Number.isSafeInteger(fingerprintOf(bytes))).toBe(true)
      },
    ),
  )
})

test('a thousand similar datagrams have a thousand fingerprints', () => {
  const all = Array.from({ length: 1_000 }, (_, index) => fingerprintOf(Uint8Array.of(2, 0, index, index >>> 8, 0, 0)))
  expect(new Set(all).size).toBe(1_000)
})
