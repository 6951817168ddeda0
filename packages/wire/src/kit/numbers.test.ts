import { describe, expect, test } from 'vitest'
import { bytesOf } from '../testing/bytes.ts'
import { choice, colour, type Field, fixed, ip4, Reader, u8, u16, u16be, u32, uin, unknown, Writer } from './index.ts'

const hello = new TextDecoder('latin1')
const spell = (text: Uint8Array): string => hello.decode(text)

function read<T>(field: Field<T>, hex: string) {
  const bytes = bytesOf(hex)
  const reader = new Reader()
  reader.open(bytes, 0, bytes.length)
  const value = field.read(reader)
  return { value, fault: reader.fault, left: reader.left }
}

function written<T>(field: Field<T>, value: T): Uint8Array {
  const writer = new Writer()
  field.write(writer, value)
  return writer.cut()
}

test.each([
  [u8, 'u8', 1, '89', 0x89],
  [u16, 'u16', 2, '89 AB', 0xab89],
  [u16be, 'u16be', 2, '89 AB', 0x89ab],
  [u32, 'u32', 4, '89 AB CD EF', 0xefcd_ab89],
  [uin, 'uin', 4, '89 AB CD EF', 0xefcd_ab89],
  [ip4, 'ip4', 4, '89 AB CD EF', 0x89ab_cdef],
  [colour, 'colour', 4, '89 AB CD 00', 0x89ab_cd00],
  [unknown(1), 'unknown(1)', 1, '89', 0x89],
  [unknown(2), 'unknown(2)', 2, '89 AB', 0xab89],
  [unknown(4), 'unknown(4)', 4, '89 AB CD EF', 0xefcd_ab89],
])('%# $type', (field, type, size, hex, value) => {
  expect(field).toMatchObject({ type, size })
  expect(read(field, hex)).toEqual({ value, fault: undefined, left: 0 })
  expect(written(field, value)).toEqual(bytesOf(hex))
})

describe('what people are shown', () => {
  test.each([
    [u8, 9, '9'],
    [u8, 10, '10 (0x0A)'],
    [u16, 0xabcd, '43981 (0xABCD)'],
    [u32, 10, '10 (0x0000000A)'],
    [uin, 7654321, '7654321'],
    [ip4, 0xc0a8_01fe, '192.168.1.254'],
    [colour, 0x0a0b_0c00, '#0A0B0C'],
  ])('%# $type %i', (field, value, shown) => {
    expect(field.show(value, spell)).toBe(shown)
  })

  test('programs get numbers, and addresses with dots', () => {
    expect([u8, u16, u32, uin, colour].map((field) => field.plain(0x4a, spell))).toEqual([0x4a, 0x4a, 0x4a, 0x4a, 0x4a])
    expect(ip4.plain(0x0a00_0002, spell)).toBe('10.0.0.2')
  })
})

describe('a choice', () => {
  const field = choice(u8, { 1: 'one', 30: 'thirty' })

  test('shows names beside the numbers that have one', () => {
    expect([1, 30, 2, 31].map((value) => field.show(value, spell))).toEqual([
      '1 (one)',
      '30 (thirty)',
      '2',
      '31 (0x1F)',
    ])
  })

  test('has a name in four of five samples', () => {
    expect(field.sample(thrown(0.79, 0))).toBe(1)
    expect(field.sample(thrown(0, 0.99))).toBe(30)
    expect(field.sample(thrown(0.8, 0.999))).toBe(255)
  })
})

describe('a number that is always the same', () => {
  const plain = fixed(u16, 0x0102)
  const named = fixed(u16, 3, 'file request')

  test('is read and written', () => {
    expect(read(plain, '02 01')).toEqual({ value: 0x0102, fault: undefined, left: 0 })
    expect(written(plain, 0x0102)).toEqual(bytesOf('02 01'))
    expect(plain.sample(thrown())).toBe(0x0102)
  })

  test('is a fault when it is another, and nothing is read after it', () => {
    const bytes = bytesOf('00 02 02 00')
    const reader = new Reader()
    reader.open(bytes, 1, bytes.length)
    plain.read(reader)
    expect(reader).toMatchObject({ fault: 'unexpected', faultAt: 1, wanted: 0x0102, left: 0 })
  })

  test('may have a name', () => {
    expect([plain.show(0x0102, spell), named.show(3, spell)]).toEqual(['258 (0x0102)', '3 (file request)'])
    expect([plain.plain(0x0102, spell), named.plain(3, spell)]).toEqual([0x0102, 3])
  })
})

/** Dice that fall as they are told. */
function thrown(...throws: number[]): () => number {
  return () => throws.shift()!
}
