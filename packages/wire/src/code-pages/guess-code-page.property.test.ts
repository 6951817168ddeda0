import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePageNames } from './code-page.ts'
import { guessCodePage } from './guess-code-page.ts'

const pages = fc.constantFrom(...codePageNames)

test('whatever the bytes, there is a guess', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array()), pages, (texts, otherwise) => {
      expect(codePageNames).toContain(guessCodePage(texts, otherwise))
    }),
  )
})

test('plain ASCII tells nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ max: 0x7f })), pages, (texts, otherwise) => {
      expect(guessCodePage(texts, otherwise)).toBe(otherwise)
    }),
  )
})
