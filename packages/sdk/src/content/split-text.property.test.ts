import { codePage, codePageNames } from '@seekyou/wire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitText } from './split-text.ts'
import { encodeText } from './text.ts'

const page = fc.constantFrom(...codePageNames).map((name) => codePage(name))
const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'ёжикế'), minLength: 1, maxLength: 30 }),
  fc.constantFrom('\n', '\r\n', '  ', '\t', 'e\u0301', '👨‍👩‍👧'),
)
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '))
const most = fc.integer({ min: 40, max: 450 })

test('pieces are short enough and, joined, are the whole text', () => {
  fc.assert(
    fc.property(text, page, most, (text, page, most) => {
      const pieces = splitText(text, page, most)
      for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(most)
      expect(Uint8Array.from(pieces.flatMap((piece) => [...piece]))).toEqual(encodeText(text, page))
    }),
  )
})

test('no piece begins inside a character, and a line end is one', () => {
  fc.assert(
    fc.property(text, page, most, (text, page, most) => {
      const pieces = splitText(text, page, most).map((piece) => page.decode(piece))
      for (const [index, piece] of pieces.entries()) {
        if (index === 0) continue
        expect(piece).not.toMatch(/^\p{M}/u)
        expect(`${pieces[index - 1]!.at(-1)}${piece[0]}`).not.toBe('\r\n')
      }
    }),
  )
})

test('a word is cut only if it is longer than a piece', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,40}$/), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(words, most, (words, most) => {
      const pieces = splitText(words.join(' '), codePage(), most).map((piece) => codePage().decode(piece))
      expect(pieces.flatMap((piece) => piece.split(' ').filter((word) => word !== ''))).toEqual(words)
    }),
  )
})
