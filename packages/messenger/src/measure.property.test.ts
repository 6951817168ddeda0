import { splitText, textMax } from '@seekyou/sdk'
import { codePage, codePageNames } from '@seekyou/wire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lackingIn, measure, piecesOf } from './measure.ts'

const pages = fc.constantFrom(...codePageNames)
const text = fc.string({ unit: fc.constantFrom(...'abc де\nёü№😀 '), maxLength: 1_200 })

test('a measure is what splitting gives', () => {
  fc.assert(
    fc.property(text, pages, (words, page) => {
      const pieces = splitText(words, codePage(page))
      const { bytes, messages, room } = measure(words, page)
      expect([bytes, messages, room]).toEqual([
        pieces.flatMap((piece) => [...piece]).length,
        pieces.length,
        pieces.length * textMax,
      ])
    }),
    { numRuns: 50 },
  )
})

test('pieces are sent as they are: none of them is split again, and none changes', () => {
  fc.assert(
    fc.property(text, pages, (words, page) => {
      const again = piecesOf(words, page).map((piece) => splitText(piece, codePage(page)))
      expect(again.map((one) => one.length)).toEqual(again.map(() => 1))
      expect(again.flat()).toEqual(splitText(words, codePage(page)))
    }),
    { numRuns: 50 },
  )
})

test('what lacks nothing arrives as it is', () => {
  fc.assert(
    fc.property(text, pages, (words, page) => {
      const arrived = piecesOf(words, page).join('').replaceAll('\r\n', '\n').normalize('NFC')
      expect(arrived === words.normalize('NFC')).toBe(lackingIn(words, page).length === 0)
    }),
    { numRuns: 50 },
  )
})

test('missing letters are named once, in order', () => {
  expect(lackingIn('Привет, Привет 👨‍👩‍👧!', 'windows-1252')).toEqual(['П', 'р', 'и', 'в', 'е', 'т', '👨‍👩‍👧'])
  expect(lackingIn('e\u0301 ё', 'windows-1252')).toEqual(['ё'])
  expect(measure('', 'windows-1251')).toEqual({ bytes: 0, messages: 1, room: 450, lacking: [] })
})
