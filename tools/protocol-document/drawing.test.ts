import { expect, test } from 'vitest'
import { draw } from './drawing.ts'

const pairs = (hex: string) => hex.split(' ')

test('bytes have a brace and their meaning beneath, texts their length and letters', () => {
  const drawing = draw([
    { bytes: pairs('B1 CB 74 00'), labels: ['to', '7654321'] },
    { bytes: pairs('06 00 48 FE 0D 0A E9 00'), isText: true, labels: ['text'] },
    { bytes: pairs('05'), labels: ['a longer name'] },
  ])
  expect(drawing.split('\n')).toEqual([
    'B1 CB 74 00   06 00 48 FE 0D 0A E9 00        05',
    '              6     H  ¦  \\r \\n é  \\0',
    '└────┬────┘   └──────────┬──────────┘        └┘',
    '    to                 text             a longer name',
    '  7654321',
  ])
})

test('a field that does not fit stands alone and is broken after 32 bytes', () => {
  const bytes = ['23', '00', ...Array<string>(34).fill('61'), '00']
  const lines = draw([
    { bytes: ['01'], labels: ['x'] },
    { bytes, isText: true, labels: ['long'] },
    { bytes: ['02'], labels: ['y'] },
  ]).split('\n')
  expect(lines.slice(0, 4)).toEqual(['01', '└┘', 'x', ''])
  expect(lines[4]).toHaveLength(95)
  expect(lines[6]).toBe('61 61 61 61 00')
  expect(lines[7]).toBe('a  a  a  a  \\0')
  expect(lines.slice(-3)).toEqual(['02', '└┘', 'y'])
})

test('fields without bytes are not drawn, and rows are no wider than a page', () => {
  const row = draw(
    Array.from({ length: 40 }, (_, at) => ({ bytes: at % 2 ? [] : ['AA', 'BB'], labels: [`field ${at}`] })),
  )
  expect(row).not.toContain('field 1 ')
  expect(Math.max(...row.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(95)
})
