import { viewPacket } from '@seekyou/wire'
import { expect, test } from 'vitest'
import type { Captured } from './capture.ts'
import { jsonLines } from './save.ts'

const bytes = (hex: string) => Uint8Array.from(hex.split(' '), (pair) => Number.parseInt(pair, 16))
const captured = (hex: string, direction: 'in' | 'out'): Captured => {
  const seen = { at: 0, direction: direction === 'in' ? 'out' : 'in', bytes: bytes(hex) } as const
  const view = viewPacket(seen, 'passwords', 'windows-1252')
  return { ...view, direction, id: 1, times: 1, lastAt: 0, codePage: 'windows-1252' }
}
const arrived = captured('02 00 04 01 05 00 47 f4 10 00 01 00 03 00 68 69 00', 'in')
const login = captured(
  '02 00 e8 03 01 00 b1 cb 74 00 0f 27 00 00 05 00 70 61 73 73 00 04 00 00 00 c0 a8 01 02 04 00 00 00 00 03 00 00 00 02 00 00 00 00 00 04 00 72 00',
  'out',
)

test('a line for each packet', () => {
  const lines = jsonLines([arrived, login], true).trimEnd().split('\n')
  expect(JSON.parse(lines[0]!)).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    direction: 'in',
    version: 2,
    code: '0104',
    name: 'deliveredMessage',
    sequence: 5,
    bytes: 17,
    times: 1,
    fields: expect.objectContaining({ from: '1111111', text: '"hi"' }),
    hex: '02 00 04 01 05 00 47 f4 10 00 01 00 03 00 68 69 00',
  })
  expect(JSON.parse(lines[1]!).uin).toBe(7_654_321)
})

test('texts are left out unless they are wanted, passwords always', () => {
  const without = jsonLines([arrived, login], false)
  expect(without).not.toMatch(/hi"|68 69/)
  expect(without).toContain('02 00 04 01 05 00 47 f4 10 00 01 00 •• •• •• •• ••')
  for (const text of [without, jsonLines([login], true)]) expect(text).not.toMatch(/70 61 73 73|"pass"|\\"pass/)
})
