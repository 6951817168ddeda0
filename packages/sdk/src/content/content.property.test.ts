import { uin } from '@seekyou/language'
import { type CodePageName, codePage, codePageNames } from '@seekyou/wire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toSeveral } from './content.ts'
import { divider } from './fields.ts'
import { readContent } from './read-content.ts'
import { splitContent } from './split-content.ts'
import { type Writable, writeContent } from './write-content.ts'

/** Texts that a page can write: every character but the divider of fields and what ends a text. */
function words(name: CodePageName, { isLine = false } = {}): fc.Arbitrary<string> {
  const page = codePage(name)
  const chars = Array.from({ length: 256 }, (_, byte) => page.decode(Uint8Array.of(byte))).filter(
    (char, byte) => byte >= 0x20 && byte !== divider && char.normalize('NFC') === char && !/\p{M}/u.test(char),
  )
  return fc.string({ unit: fc.constantFrom(...chars, ...(isLine ? [] : ['\n'])), maxLength: 20 })
}

function contents(name: CodePageName): fc.Arbitrary<Writable> {
  const [text, line] = [words(name), words(name, { isLine: true }).map((text) => text.trim())]
  const is = <Type extends string>(type: Type) => fc.constant(type)
  const person = { nick: text, first: text, last: text, email: line, needsAuthorization: fc.boolean() }
  const contact = fc.record({ uin: fc.integer({ min: 1, max: 0xffff_ffff }).map(uin), nick: text })
  return fc.oneof(
    fc.record({ type: is('message'), text }),
    fc.record({ type: is('broadcast'), text }),
    fc.record({ type: is('url'), url: fc.stringMatching(/^https?:\/\/[a-z.]{1,20}\/[!-~]{0,30}$/), description: text }),
    fc.record({ type: is('contacts'), contacts: fc.array(contact, { maxLength: 5 }) }),
    fc.record({ type: is('authorizationRequested'), ...person, reason: text }),
    fc.record({ type: is('authorizationGranted') }),
    fc.record({ type: is('authorizationRefused'), reason: text }),
    fc.record({ type: is('added'), ...person }),
    fc.record({ type: is('pager'), name: text, email: line, ip: fc.ipV4(), subject: line, text }),
    fc.record({ type: is('email'), name: text, email: line, subject: line, text }),
  )
}

test.each(codePageNames)('%s: what was written is read back', (name) => {
  const page = codePage(name)
  fc.assert(
    fc.property(contents(name), fc.boolean(), (content, isToSeveral) => {
      const { kind, text } = writeContent(content, page)
      expect(readContent(isToSeveral ? kind | toSeveral : kind, text, page)).toEqual(content)
    }),
  )
})

test('whatever comes is read as something', () => {
  fc.assert(
    fc.property(
      fc.nat(0xffff),
      fc.uint8Array({ maxLength: 600 }),
      fc.constantFrom(...codePageNames),
      (kind, text, name) => {
        expect(readContent(kind, text, codePage(name)).type).toBeTypeOf('string')
      },
    ),
  )
})

test('bytes with many dividers are read as something', () => {
  const bytes = fc
    .uint8Array({ maxLength: 60 })
    .map((bytes) => bytes.map((byte) => (byte % 3 === 0 ? divider : 0x30 + (byte % 4))))
  fc.assert(
    fc.property(fc.nat(20), bytes, (kind, text) => {
      expect(readContent(kind, text, codePage()).type).toBeTypeOf('string')
    }),
  )
})

test('contacts in several messages are the same contacts', () => {
  const contact = fc.record({ uin: fc.integer({ min: 1, max: 0xffff_ffff }).map(uin), nick: words('windows-1251') })
  fc.assert(
    fc.property(fc.array(contact, { maxLength: 200 }), (contacts) => {
      const page = codePage('windows-1251')
      const written = splitContent({ type: 'contacts', contacts }, page)
      const read = written.map(({ kind, text }) => {
        expect(text.length).toBeLessThanOrEqual(450)
        return readContent(kind, text, page)
      })
      expect(read.flatMap((content) => (content.type === 'contacts' ? content.contacts : []))).toEqual(contacts)
    }),
  )
})
