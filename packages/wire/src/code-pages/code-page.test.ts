import { describe, expect, test } from 'vitest'
import { bytesOf } from '../testing/bytes.ts'
import { codePage, codePageNames } from './code-page.ts'

const every = Uint8Array.from({ length: 256 }, (_, byte) => byte)

describe.each(codePageNames)('%s', (name) => {
  const page = codePage(name)

  test('every byte has a character of its own and comes back', () => {
    const string = page.decode(every)
    expect(string).toHaveLength(256)
    expect(new Set(string).size).toBe(256)
    expect(page.encode(string)).toEqual(every)
    expect([...string].every(page.has)).toBe(true)
  })

  test('its lower half is ASCII', () => {
    expect(page.decode(every.subarray(0, 128))).toBe(String.fromCharCode(...every.subarray(0, 128)))
  })

  test('what it lacks becomes a question mark, one for each character', () => {
    expect(page.encode('a☃😀\ud800z')).toEqual(bytesOf('61 3F 3F 3F 7A'))
    expect(page.has('☃')).toBe(false)
  })
})

test('windows-1252 is the default', () => {
  expect(codePage().name).toBe('windows-1252')
  expect(codePage().decode(bytesOf('80 E9'))).toBe('€é')
})

test('the same Russian word in each of the Cyrillic pages', () => {
  expect(codePage('windows-1251').encode('Привет')).toEqual(bytesOf('CF F0 E8 E2 E5 F2'))
  expect(codePage('koi8-r').encode('Привет')).toEqual(bytesOf('F0 D2 C9 D7 C5 D4'))
  expect(codePage('ibm866').encode('Привет')).toEqual(bytesOf('8F E0 A8 A2 A5 E2'))
  expect(codePage('koi8-u').decode(bytesOf('A4'))).toBe('є')
})

test('bytes that a page leaves undefined are kept in the private use area', () => {
  expect(codePage('windows-1253').decode(bytesOf('AA'))).toBe('\uf7aa')
  expect(codePage('windows-1253').encode('\uf7aa')).toEqual(bytesOf('AA'))
})

test('Vietnamese letters are written with their accent apart', () => {
  const page = codePage('windows-1258')
  expect(page.decode(page.encode('Tiếng')).normalize('NFC')).toBe('Tiếng')
  expect(page.has('ế')).toBe(true)
})

test('an accented letter is kept whole or not at all', () => {
  // The circumflex is there, the acute is not; in the other page the grave is there, the Cyrillic letter is not.
  expect(codePage('windows-1252').encode('ế')).toEqual(bytesOf('3F'))
  expect(codePage('windows-1258').encode('ѝ')).toEqual(bytesOf('3F'))
  expect(codePage('windows-1258').has('ѝ')).toBe(false)
})

test('a page is made once', () => {
  expect(codePage('koi8-r')).toBe(codePage('koi8-r'))
})

test('a name that nobody knows is refused', () => {
  expect(() => codePage('utf-8' as 'koi8-r')).toThrow('utf-8 is no code page')
})
