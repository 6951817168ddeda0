import { expect, test } from 'vitest'
import { datagramsFrom, parseHex } from './hex.ts'

const spelled = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')

test('hexadecimal as people write it', () => {
  for (const text of ['02 00 e8 03', '0200E803', '02:00:e8:03', '0x02 0x00 0xE8 0x03', '0x0200e803', ' 0200  e803\n']) {
    expect(spelled(parseHex(text))).toBe('02 00 e8 03')
  }
})

test('what is wrong is said in one sentence', () => {
  expect(() => parseHex('02 0g')).toThrow('“g” is no hexadecimal digit: write bytes such as 02 00 e8 03.')
  expect(() => parseHex('02 00 e')).toThrow('“e” is no whole number of bytes: each has two hexadecimal digits.')
  expect(() => parseHex(' ')).toThrow('There are no bytes: write them in hexadecimal, such as 02 00 e8 03.')
  expect(() => parseHex('02\x1b')).toThrow('“?” is no hexadecimal digit: write bytes such as 02 00 e8 03.')
})

test('several arguments are several datagrams, unless one is too short to be one', () => {
  expect(datagramsFrom(['02000a000100', '02000a000200']).map(spelled)).toEqual([
    '02 00 0a 00 01 00',
    '02 00 0a 00 02 00',
  ])
  expect(datagramsFrom(['02', '00', '0a', '00', '01', '00']).map(spelled)).toEqual(['02 00 0a 00 01 00'])
  expect(datagramsFrom(['02000a000100', '0201']).map(spelled)).toEqual(['02 00 0a 00 01 00 02 01'])
})
