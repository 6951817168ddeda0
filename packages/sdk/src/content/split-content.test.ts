import { codePage } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { readContent } from './read-content.ts'
import { splitContent } from './split-content.ts'
import type { Writable } from './write-content.ts'

const latin = codePage()
const read = (content: Writable, page = latin) =>
  splitContent(content, page).map(({ kind, text }) => readContent(kind, text, page))

test('a long description goes before its URL', () => {
  const description = 'word '.repeat(200)
  const written = read({ type: 'url', url: 'http://example.org/', description })
  expect(written.at(-1)).toEqual({ type: 'url', url: 'http://example.org/', description: '' })
  expect(
    written
      .slice(0, -1)
      .map((content) => 'text' in content && content.text)
      .join(''),
  ).toBe(description)
})

test('what cannot be split is refused', () => {
  const refused = expect.objectContaining({ name: 'SendError', because: 'tooLong' })
  expect(() => read({ type: 'url', url: `http://example.org/${'x'.repeat(450)}`, description: '' })).toThrow(refused)
  expect(() => read({ type: 'authorizationRefused', reason: 'x'.repeat(451) })).toThrow(refused)
  expect(() => read({ type: 'contacts', contacts: [{ uin: 1 as never, nick: 'x'.repeat(450) }] })).toThrow(refused)
})

test('a letter that would divide fields is written as its capital, beyond ASCII an address as browsers write it', () => {
  const page = codePage('windows-1251')
  expect(read({ type: 'url', url: 'http://пою.рф/юг', description: 'пою' }, page)).toEqual([
    { type: 'url', url: 'http://xn--n1ab0c.xn--p1ai/%D1%8E%D0%B3', description: 'поЮ' },
  ])
  const ibm = codePage('ibm866')
  expect(read({ type: 'url', url: 'http://a/', description: '■' }, ibm)).toMatchObject([{ description: '?' }])
})

test('an empty text is one empty message', () => {
  expect(splitContent({ type: 'message', text: '' }, latin)).toEqual([{ kind: 1, text: new Uint8Array(0) }])
})
