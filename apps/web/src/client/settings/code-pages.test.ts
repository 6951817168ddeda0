import { codePageNames } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { codePageFor, offeredCodePages } from './code-pages.ts'

test('offers every code page once', () => {
  expect([...offeredCodePages].sort()).toEqual([...codePageNames].sort())
})

test.each([
  [['uk-UA', 'en'], 'windows-1251'],
  [['pl'], 'windows-1250'],
  [['en-GB', 'ru'], 'windows-1252'],
  [['ja'], 'windows-1252'],
  [[], 'windows-1252'],
])('takes %j for %s', (languages, page) => {
  expect(codePageFor(languages)).toBe(page)
})
