import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emoticonSpellings, hrefOf, segments } from './index.ts'

const shown = (text: string) =>
  segments(text).map((part) => (part.type === 'text' ? part.text : part.type === 'link' ? [part.text] : part.name))

test('joined, the parts are the text', () => {
  const pieces = fc.constantFrom(
    'https://',
    'http://a.b/',
    '(',
    ')',
    ':-)',
    ';)',
    '>:(',
    ' ',
    'x',
    '.',
    '\n',
    'javascript:',
    '"',
    '<',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((all) => all.join('')),
      ),
      fc.boolean(),
      (text, emoticons) => {
        const parts = segments(text, { emoticons })
        expect(parts.map((part) => part.text).join('')).toBe(text)
        for (const part of parts) {
          expect(part.text).not.toBe('')
          if (part.type === 'link') expect(part.href).toMatch(/^https?:\/\//)
          if (part.type === 'emoticon') expect(emoticons).toBe(true)
        }
      },
    ),
  )
})

test('links are http and https, and end before what belongs to the sentence', () => {
  expect(shown('see https://example.org/a_(b), or (http://example.org).')).toEqual([
    'see ',
    ['https://example.org/a_(b)'],
    ', or (',
    ['http://example.org'],
    ').',
  ])
  expect(shown('«https://пример.рф/путь» HTTPS://EXAMPLE.ORG?')).toEqual([
    '«',
    ['https://пример.рф/путь'],
    '» ',
    ['HTTPS://EXAMPLE.ORG'],
    '?',
  ])
  expect(shown('javascript:alert(1) ftp://x data:text/html,x http:// https://')).toHaveLength(1)
  expect(shown('xhttps://a.b/')).toHaveLength(1)
  expect(shown('https://a.b/\u202egpj.exe')).toEqual([['https://a.b/'], '\u202egpj.exe'])
  expect([hrefOf('javascript:alert(1)'), hrefOf(' http://a'), hrefOf('http://a')]).toEqual([
    undefined,
    undefined,
    'http://a/',
  ])
})

test('emoticons, but not inside words, times and links', () => {
  expect(shown("Hi:-) ;-) :( :D >:-( :'( B-) :-* :| :-O :p")).toEqual([
    'Hi',
    'smile',
    ' ',
    'wink',
    ' ',
    'sad',
    ' ',
    'grin',
    ' ',
    'angry',
    ' ',
    'crying',
    ' ',
    'cool',
    ' ',
    'kiss',
    ' ',
    'plain',
    ' ',
    'surprised',
    ' ',
    'tongue',
  ])
  expect(shown('well :)))')).toEqual(['well ', 'smile'])
  expect(shown('at 10:0, plan:Driver, https://x.y/:-)')).toEqual(['at 10:0, plan:Driver, ', ['https://x.y/:-'], ')'])
  expect(segments('a :-) b', { emoticons: false })).toEqual([{ type: 'text', text: 'a :-) b' }])
  for (const [name, written] of Object.entries(emoticonSpellings)) {
    for (const text of written) expect(segments(text)).toEqual([{ type: 'emoticon', text, name }])
  }
})
