import { describe, expect, test } from 'vitest'
import { bytesOf } from '../testing/bytes.ts'
import { nothing, Reader } from './reader.ts'

function open(hex: string, start = 0, end = Number.POSITIVE_INFINITY): Reader {
  const reader = new Reader()
  reader.open(bytesOf(hex), start, end)
  return reader
}

const reads = [
  ['u8', 1, (reader: Reader) => reader.u8(), 0x11, 0],
  ['u16', 2, (reader: Reader) => reader.u16(), 0x2211, 0],
  ['u16be', 2, (reader: Reader) => reader.u16be(), 0x1122, 0],
  ['u32', 4, (reader: Reader) => reader.u32(), 0x4433_2211, 0],
  ['u32be', 4, (reader: Reader) => reader.u32be(), 0x1122_3344, 0],
  ['view', 3, (reader: Reader) => reader.view(3), bytesOf('11 22 33'), nothing],
  ['text', 3, (reader: Reader) => reader.text(3), bytesOf('11 22 33'), nothing],
] as const

describe.each(reads)('%s', (_, size, read, value, none) => {
  test('takes the last bytes', () => {
    const reader = open('00 11 22 33 44', 1, 1 + size)
    expect(reader.left).toBe(size)
    expect(read(reader)).toEqual(value)
    expect(reader).toMatchObject({ at: 1 + size, left: 0, fault: undefined })
  })

  test('is a fault one byte later, and gives nothing', () => {
    const reader = open('00 00 11 22 33 44', 2, 1 + size)
    expect(read(reader)).toBe(none)
    expect(reader).toMatchObject({ fault: 'truncated', faultAt: 2, wanted: size, left: 0 })
  })
})

test('after a fault every read gives nothing, and the first fault is remembered', () => {
  const reader = open('00 11 22 33 44', 1)
  reader.u16()
  expect(reader.u32()).toBe(0)
  for (const [, , read, , none] of reads) expect(read(reader)).toBe(none)
  reader.fail('unexpected', 0, 9)
  expect(reader).toMatchObject({ fault: 'truncated', faultAt: 3, wanted: 4 })
})

test('a fault that was taken back is none, and reading goes on where it is told to', () => {
  const reader = open('00 11 22')
  reader.u32()
  reader.retreat(1)
  expect([reader.fault, reader.u16()]).toEqual([undefined, 0x2211])
})

test('neither the end nor the beginning lies behind the bytes', () => {
  expect(open('11 22', 0, 9)).toMatchObject({ at: 0, end: 2 })
  expect(open('11 22', 9, 9)).toMatchObject({ at: 2, end: 2 })
  expect(open('11 22', 2, 1)).toMatchObject({ at: 1, end: 1 })
})

test('a reader that is opened again has forgotten', () => {
  const reader = open('')
  reader.u8()
  reader.spent = true
  reader.open(bytesOf('11 22'), 1, 2)
  expect(reader).toMatchObject({ fault: undefined, spent: false })
  expect(reader.u8()).toBe(0x22)
})

test('a text ends at its first NUL, and all its bytes are taken', () => {
  const reader = open('00 41 42 00 43 44', 1)
  expect(reader.text(4)).toEqual(bytesOf('41 42'))
  expect(reader.at).toBe(5)
  expect(open('00 41').text(2)).toBe(nothing)
})
