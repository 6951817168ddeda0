import { expect, test } from 'vitest'
import { pickLanguage } from './language.ts'

test('what was chosen wins', () => {
  expect(pickLanguage('uk', ['ru-RU'])).toBe('uk')
})

test('else the first language of the reader that there is', () => {
  expect(pickLanguage('', ['de-DE', 'RU-ru', 'en'])).toBe('ru')
})

test('else English', () => {
  expect(pickLanguage('', ['de'])).toBe('en')
  expect(pickLanguage('', [])).toBe('en')
})
