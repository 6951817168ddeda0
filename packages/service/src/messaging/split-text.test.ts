import { expect, test } from 'vitest'
import { splitText } from './split-text.ts'

const letters = (count: number, letter = 'a') => new Uint8Array(count).fill(letter.charCodeAt(0))
const lengths = (text: Uint8Array) => splitText(text).map((part) => part.length)

test('a text of 450 bytes stays whole, one more makes two', () => {
  expect(lengths(letters(0))).toEqual([0])
  expect(lengths(letters(450))).toEqual([450])
  expect(lengths(letters(451))).toEqual([450, 1])
  expect(lengths(letters(1_350))).toEqual([450, 450, 450])
})

test('words stay whole', () => {
  const text = Uint8Array.from([...letters(400), 0x20, ...letters(100, 'b')])
  expect(lengths(text)).toEqual([401, 100])
  const lines = Uint8Array.from([...letters(430), 0x0d, 0x0a, ...letters(100, 'b')])
  expect(lengths(lines)).toEqual([432, 100])
})

test('a space far in front is no reason to cut there', () => {
  expect(lengths(Uint8Array.from([...letters(10), 0x20, ...letters(500)]))).toEqual([450, 61])
})
