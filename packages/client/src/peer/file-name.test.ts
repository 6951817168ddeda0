import { expect, test } from 'vitest'
import { fileName, fileNameMax } from './file-name.ts'

const bytes = (string: string): Uint8Array => Uint8Array.from(string, (char) => char.charCodeAt(0))
const named = (string: string): string => String.fromCharCode(...fileName(bytes(string)))

test.each([
  ['current.diff', 'current.diff'],
  ['\xcf\xf0\xe8\xe2\xe5\xf2.txt', '\xcf\xf0\xe8\xe2\xe5\xf2.txt'],
  ['two words (1).tar.gz', 'two words (1).tar.gz'],
  ['/etc/passwd', 'passwd'],
  ['../../.ssh/authorized_keys', 'authorized_keys'],
  ['..\\..\\windows\\system32\\evil.dll', 'evil.dll'],
  ['a/b\\c/d.txt', 'd.txt'],
  ['C:\\autoexec.bat', 'autoexec.bat'],
  ['C:autoexec.bat', 'autoexec.bat'],
  ['\\\\server\\share\\x', 'x'],
  ['folder/', 'folder'],
  ['folder/..', 'folder'],
  ['..', 'file'],
  ['.', 'file'],
  ['', 'file'],
  ['////', 'file'],
  [' . . ', 'file'],
  ['.bashrc', 'bashrc'],
  ['...x', 'x'],
  ['readme.txt...', 'readme.txt'],
  ['readme.txt ', 'readme.txt'],
  ['a\r\nb\x00c\x1b[2J\x7f.txt', 'abc[2J.txt'],
  ['.\x00./x', 'x'],
  ['.\x00.', 'file'],
  ['what?<is>"this"|*', 'what__is__this___'],
  ['CON', '_CON'],
  ['con.txt', '_con.txt'],
  ['nul .x', '_nul .x'],
  ['Lpt1.tar.gz', '_Lpt1.tar.gz'],
  ['COM\xb9', '_COM\xb9'],
  ['conin$', '_conin$'],
  ['console', 'console'],
  ['com10', 'com10'],
  ['c\x01on', '_con'],
])('%j is %j', (said, name) => {
  expect(named(said)).toBe(name)
})

test('a long name keeps its extension', () => {
  expect(named(`${'a'.repeat(300)}.txt`)).toBe(`${'a'.repeat(fileNameMax - 4)}.txt`)
  expect(named('a'.repeat(300))).toBe('a'.repeat(fileNameMax))
  expect(named(`a.${'b'.repeat(300)}`)).toHaveLength(fileNameMax)
  expect(named(`a${' '.repeat(300)}b`)).toBe('a')
  expect(named(`con${' '.repeat(300)}b.txt`)).toBe('_con.txt')
  expect(named(`con.${'b'.repeat(300)}`)).toBe(`_con.${'b'.repeat(fileNameMax - 5)}`)
})
