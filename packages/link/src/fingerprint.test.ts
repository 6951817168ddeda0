import { expect, test } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'

// Fingerprints are kept across restarts, so another version must come to the same ones.
// The lower halves are published examples of FNV-1a with 32 bits: draft-eastlake-fnv, section C.
test.each([
  ['', 0x1938_11c9dc5],
  ['a', 0xfc426_e40c292c],
  ['foobar', 0x12f3a_bf9cf968],
])('the fingerprint of "%s"', (text, print) => {
  expect(fingerprintOf(Uint8Array.from(text, (char) => char.charCodeAt(0)))).toBe(print)
})
