import { expect, test } from 'vitest'
import { bytesOf, latin } from '../testing/bytes.ts'
import {
  defaulted,
  isFault,
  note,
  optional,
  packet,
  Reader,
  rest,
  secret,
  text16,
  u8,
  u16,
  u32,
  uins,
  Writer,
} from './index.ts'

const provenance = { from: 'client', confidence: 'certain', evidence: 'this test' } as const
const declare = <const F extends Parameters<typeof packet>[3]>(fields: F) =>
  packet('test', 1, 'A test.', fields, provenance)

const message = declare({ to: u32, kind: u16, text: text16 })

function encode<Value extends object>(
  schema: { encode(writer: Writer, value: Value): void },
  value: Value,
): Uint8Array {
  const writer = new Writer()
  writer.begin()
  schema.encode(writer, value)
  return writer.cut()
}

test('a packet decodes to its fields and encodes to the same bytes', () => {
  const bytes = bytesOf('B1 CB 74 00 01 00 03 00 48 69 00')
  const value = { to: 7654321, kind: 1, text: latin('Hi') }
  expect(message.decode(bytes)).toEqual(value)
  expect(encode(message, value)).toEqual(bytes)
})

test('decodes between start and end only', () => {
  const bytes = bytesOf('FF FF 01 00 00 00 02 00 01 00 00 EE EE')
  expect(message.decode(bytes, 2, 11)).toEqual({ to: 1, kind: 2, text: latin('') })
})

test('the first field that does not fit is the fault, at its offset in the datagram', () => {
  const bytes = bytesOf('FF FF 01 00 00 00 02')
  expect(message.decode(bytes, 2)).toEqual({ fault: 'truncated', field: 'kind', offset: 6, wanted: 2 })
  const cut = bytesOf('01 00 00 00 02 00 04 00 41')
  expect(message.decode(cut)).toEqual({ fault: 'truncated', field: 'text', offset: 8, wanted: 4 })
})

test('a fault is told from a value', () => {
  expect(isFault(message.decode(bytesOf('')))).toBe(true)
  expect(isFault(message.decode(bytesOf('00 00 00 00 00 00 00 00')))).toBe(false)
})

test('bytes that are left over trail, and are written again', () => {
  const short = declare({ number: u8 })
  expect(short.decode(bytesOf('01'))).not.toHaveProperty('trailing')
  expect(short.decode(bytesOf('01 02 03'))).toEqual({ number: 1, trailing: bytesOf('02 03') })
  expect(encode(short, { number: 1, trailing: bytesOf('02 03') })).toEqual(bytesOf('01 02 03'))
})

test('texts are views of the datagram, plain ones even when the datagram is a Buffer', () => {
  const bytes = Buffer.from('00000000010003004869000000', 'hex')
  const value = message.decode(bytes)
  if (isFault(value)) throw new Error('a fault')
  expect(value.text.buffer).toBe(bytes.buffer)
  expect(Object.getPrototypeOf(value.text)).toBe(Uint8Array.prototype)
})

test('optional fields are absent and defaulted ones have their default when the packet ends before them', () => {
  const tails = declare({ first: u8, second: optional(u16), third: defaulted(u8, 9) })
  expect(tails.decode(bytesOf('01 02 00 03'))).toEqual({ first: 1, second: 2, third: 3 })
  expect(tails.decode(bytesOf('01 02 00'))).toEqual({ first: 1, second: 2, third: 9 })
  expect(tails.decode(bytesOf('01'))).toEqual({ first: 1, third: 9 })
  expect(tails.strict).toBe(false)
})

test('too few bytes for an optional field trail, and no later field takes them', () => {
  const tails = declare({ first: u8, second: optional(u16), third: optional(u8) })
  expect(tails.decode(bytesOf('01 02'))).toEqual({ first: 1, trailing: bytesOf('02') })
})

test('half of the samples lack an optional field, and then all later ones', () => {
  const tails = declare({ first: u8, second: optional(u16), third: optional(u8) })
  expect(tails.sample(() => 0.5)).toEqual({ first: 128 })
  expect(tails.sample(() => 0.499)).toEqual({ first: 127, second: 32_702, third: 127 })
})

test('an optional field does not take back what another field has met', () => {
  const reader = new Reader()
  reader.open(bytesOf('01'), 0, 1)
  reader.u32()
  expect(optional(u16).read(reader)).toBeUndefined()
  expect(reader).toMatchObject({ fault: 'truncated', faultAt: 0, wanted: 4, spent: false })
})

test('writing stops at an absent optional field and refuses a value without a necessary one', () => {
  const tails = declare({ first: u8, second: optional(u16) })
  expect(encode(tails, { first: 1 })).toEqual(bytesOf('01'))
  expect(() => encode(tails, {} as { first: number })).toThrow('test cannot be written without first')
})

test('a NUL in a written text ends it, and one that is too long for its length is refused', () => {
  const text = declare({ text: text16 })
  expect(encode(text, { text: latin('a\0b') })).toEqual(bytesOf('02 00 61 00'))
  expect(() => encode(text, { text: new Uint8Array(65_535).fill(65) })).toThrow(RangeError)
  expect(encode(text, { text: new Uint8Array(65_534).fill(65) })).toHaveLength(65_537)
})

test('more UINs than one byte can count are refused', () => {
  const list = declare({ uins })
  expect(() => encode(list, { uins: new Array(256).fill(1) })).toThrow('256 UINs do not fit one list: 255 is the most')
  const most = { uins: new Array(255).fill(1) }
  expect(list.decode(encode(list, most))).toEqual(most)
})

test('lists of UINs are shown with commas, and samples have up to eight', () => {
  expect(uins.type).toBe('uins')
  expect(uins.show([1, 7654321], String)).toBe('1, 7654321')
  expect(uins.plain([1, 7654321], String)).toEqual([1, 7654321])
  expect(uins.sample(() => 0)).toEqual([])
  expect(uins.sample(() => 0.999_999_999_9)).toEqual(new Array(8).fill(0xffff_ffff))
})

test('a writer cuts datagrams that never overlap, whatever their size', () => {
  const writer = new Writer()
  const cuts = Array.from({ length: 200 }, (_, i) => {
    writer.begin()
    rest.write(writer, new Uint8Array(i * 20).fill(i))
    return writer.cut()
  })
  for (const [i, cut] of cuts.entries()) expect(cut).toEqual(new Uint8Array(i * 20).fill(i))
})

test('what was begun and not cut is dropped', () => {
  const writer = new Writer()
  writer.begin()
  writer.u32(0xffff_ffff)
  writer.begin()
  writer.u16be(0x0102)
  expect(writer.cut()).toEqual(bytesOf('01 02'))
})

test('remarks and secrets leave the field itself alone', () => {
  const field = note(secret(text16), 'eight at most')
  expect(field).toMatchObject({ type: 'text', secret: true, note: 'eight at most' })
  expect(text16).not.toHaveProperty('note')
})
