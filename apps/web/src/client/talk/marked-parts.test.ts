import { expect, test } from 'vitest'
import { markedParts } from './marked-parts.ts'

const hits = (text: string, words: string): string =>
  markedParts(text, words)
    .map((part) => (part.isHit ? `[${part.text}]` : part.text))
    .join('')

test('every beginning of a word that was looked for is marked, whatever its case', () => {
  expect(hits('Бежевый ящик, с бежевого ящика', 'беж ящ')).toBe('[Беж]евый [ящ]ик, с [беж]евого [ящ]ика')
})

test('nothing is marked inside words', () => {
  expect(hits('null-modem', 'odem')).toBe('null-modem')
})

test('what was typed is no pattern', () => {
  expect(hits('a.b', '.')).toBe('a.b')
  expect(hits('why? (so', '(so')).toBe('why? [(so]')
})

test('a long text begins shortly before the first hit', () => {
  expect(hits(`${'word '.repeat(50)}pinout`, 'pin')).toMatch(/^…(.{40})\[pin\]out$/)
})

test('without words the text is whole', () => {
  expect(hits('text', ' ')).toBe('text')
})
