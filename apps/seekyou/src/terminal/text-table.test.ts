import { expect, test } from 'vitest'
import { printable, textTable } from './text-table.ts'

test('columns line up and lean where they should', () => {
  const columns = [{ title: 'UIN', align: 'right' }, { title: 'nick' }, { title: 'note' }] as const
  expect(
    textTable(columns, [
      ['1000', 'Ёж', ''],
      ['100001', 'alpha', 'x'],
    ]),
  ).toBe(['   UIN  nick   note', '  1000  Ёж', '100001  alpha  x'].join('\n'))
})

test('paint sees padded cells with their place', () => {
  const seen: unknown[] = []
  textTable([{ title: 'a' }, { title: 'b' }], [['cc', 'd']], (cell, column, row) => {
    seen.push([cell, column, row])
    return cell
  })
  expect(seen).toEqual([
    ['a ', 0, 'title'],
    ['b', 1, 'title'],
    ['cc', 0, 0],
    ['d', 1, 0],
  ])
})

test('nothing that a terminal would obey gets through', () => {
  expect(printable('a\x1b[2Jb\r\n\x9b\x00')).toBe('a\\x1b[2Jb\\x0d\\x0a\\x9b\\x00')
  expect(printable('\u202egnp.exe\u200b\ufeff\u2028')).toBe('\\u{202e}gnp.exe\\u{200b}\\u{feff}\\u{2028}')
  expect(printable('\uf781\ue000')).toBe('\\x81\\u{e000}')
  expect(printable('Привет, «мир» ☺')).toBe('Привет, «мир» ☺')
})
