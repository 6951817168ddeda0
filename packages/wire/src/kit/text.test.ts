import { describe, expect, test } from 'vitest'
import { bytesOf, latin } from '../testing/bytes.ts'
import { isFault, packet, rest, text16, text16ByNul, u16, u32, Writer } from './index.ts'

const provenance = { from: 'client', confidence: 'certain', evidence: 'this test' } as const
const message = packet('message', 1, 'A test.', { to: u32, text: text16 }, provenance)
const wordAndCode = packet('wordAndCode', 2, 'A test.', { text: text16ByNul(2), code: u16 }, provenance)

const many = (count: number, byte = 0x41): Uint8Array => new Uint8Array(count).fill(byte)
const messageWith = (...parts: readonly (string | Uint8Array)[]) =>
  message.decode(Uint8Array.from(['01 00 00 00', ...parts].flatMap((part) => [...asBytes(part)])))
const asBytes = (part: string | Uint8Array): Uint8Array => (typeof part === 'string' ? bytesOf(part) : part)

describe('a LENGTH that fits is believed', () => {
  test('although its bytes the other way round would lead to a NUL as well', () => {
    const junk = many(600, 0)
    expect(messageWith('02 00 41 00', junk)).toEqual({ to: 1, text: latin('A'), trailing: junk })
  })

  test('up to the last byte of the packet, although its bytes the other way round would lead to an early NUL', () => {
    expect(messageWith('01 02', many(257), '00', many(255))).toEqual({ to: 1, text: many(257) })
  })
})

describe('what lies behind the end of a packet', () => {
  test('does not complete it', () => {
    const bytes = bytesOf('01 00 00 00 00 03 41 42 00 00')
    expect(message.decode(bytes, 0, 8)).toEqual({ fault: 'truncated', field: 'text', offset: 6, wanted: 0x0300 })
    expect(message.decode(bytes, 0, 8)).toEqual(message.decode(bytes.slice(0, 8)))
    expect(wordAndCode.decode(bytesOf('20 00 41 42 01 01 00 02 02'), 0, 6)).toEqual({ text: latin('AB'), code: 0x0101 })
  })

  test('is no part of what is left over', () => {
    const all = packet('all', 3, 'A test.', { rest }, provenance)
    expect(all.decode(bytesOf('01 02 03 04'), 1, 3)).toEqual({ rest: bytesOf('02 03') })
  })
})

describe('a text before a code, with a LENGTH that cannot be trusted', () => {
  const decode = (hex: string) => wordAndCode.decode(bytesOf(hex))

  test('a LENGTH that leaves exactly the code is right, early NUL or not', () => {
    expect(decode('05 00 41 42 00 43 00 05 00')).toEqual({ text: latin('AB'), code: 5 })
  })

  test('a LENGTH that counts the code as well is wrong when the text ends before it', () => {
    expect(decode('05 00 41 42 00 05 00')).toEqual({ text: latin('AB'), code: 5 })
    expect(decode('03 00 00 05 00')).toEqual({ text: latin(''), code: 5 })
  })

  test('without any NUL the last two bytes are the code', () => {
    expect(decode('20 00 41 42 01 01')).toEqual({ text: latin('AB'), code: 0x0101 })
    expect(decode('20 00 41 42 00 05')).toEqual({ text: latin('AB'), code: 0x0500 })
  })

  test('is lenient, because the whole text may be missing', () => {
    expect(text16ByNul(2).lenient).toBe(true)
    expect(isFault(text16Alone.decode(bytesOf('13 00')))).toBe(false)
  })
})

const text16Alone = packet('text16Alone', 4, 'A test.', { text: text16ByNul(2) }, provenance)

describe('writing', () => {
  const written = (text: Uint8Array): Uint8Array => {
    const writer = new Writer()
    text16.write(writer, text)
    return writer.cut()
  }

  test('a text that begins with a NUL is empty', () => {
    expect(written(latin('\0b'))).toEqual(bytesOf('01 00 00'))
  })

  test('a text that is too long is refused with its length', () => {
    expect(() => written(many(65_535))).toThrow('a text of 65535 bytes does not fit a 16-bit length')
  })
})
