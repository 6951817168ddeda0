import { viewPacket } from '@seekyou/wire'
import { expect, test } from 'vitest'
import { hexLines } from './hex-lines.ts'

const bytes = (hex: string) => Uint8Array.from(hex.split(' '), (pair) => Number.parseInt(pair, 16))

test('bytes are cut into lines, and at every field', () => {
  const packet = bytes('02 00 04 01 05 00 47 f4 10 00 01 00 03 00 ef f0 00')
  const { hex, rows } = viewPacket({ at: 0, direction: 'out', bytes: packet }, 'passwords', 'windows-1251')
  const lines = hexLines(hex, rows, 'windows-1251')
  expect(lines.map(({ offset, lacking }) => [offset, lacking])).toEqual([
    ['0000', 0],
    ['000c', 7],
  ])
  expect(lines[0]!.pieces.map(({ row, hex }) => [rows[row!]!.field, hex])).toEqual([
    ['version', '02 00'],
    ['command', '04 01'],
    ['sequence', '05 00'],
    ['from', '47 f4 10 00'],
    ['kind', '01 00'],
  ])
  expect(lines[1]!.pieces).toEqual([{ row: 5, hex: '03 00 ef f0 00', text: '··пр·' }])
})

test('hidden bytes stay hidden, and none make no line', () => {
  expect(hexLines('•• ••', [], 'koi8-r')[0]!.pieces).toEqual([{ row: undefined, hex: '•• ••', text: '••' }])
  expect(hexLines('', [], 'koi8-r')).toEqual([])
})
