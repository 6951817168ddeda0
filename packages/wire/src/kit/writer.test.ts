import { expect, test } from 'vitest'
import { bytesOf } from '../testing/bytes.ts'
import { Writer } from './writer.ts'

const slab = 65_536

function put(writer: Writer, length: number, byte: number): Uint8Array {
  writer.begin()
  writer.bytes(new Uint8Array(length).fill(byte))
  return writer.cut()
}

test('numbers of all widths, in both orders', () => {
  const writer = new Writer()
  writer.u8(0x1ff)
  writer.u16(0x1234)
  writer.u16be(0x1234)
  writer.u32(0x1234_5678)
  writer.u32be(0x1234_5678)
  expect(writer.cut()).toEqual(bytesOf('FF 34 12 12 34 78 56 34 12 12 34 56 78'))
})

test('datagrams lie side by side in one slab until less than 2,048 bytes are left of it', () => {
  const writer = new Writer()
  const first = put(writer, slab - 2_048, 1)
  const second = put(writer, 1, 2)
  const third = put(writer, 1, 3)
  expect([first.byteOffset, second.byteOffset, third.byteOffset]).toEqual([0, slab - 2_048, 0])
  expect([second.buffer === first.buffer, third.buffer === first.buffer]).toEqual([true, false])
  expect([first.buffer.byteLength, third.buffer.byteLength]).toEqual([slab, slab])
  expect([first[0], second[0], third[0]]).toEqual([1, 2, 3])
})

test('a datagram may take the last byte of a slab', () => {
  const writer = new Writer()
  put(writer, slab - 2_048, 1)
  expect(put(writer, 2_048, 2).byteOffset).toBe(slab - 2_048)
})

test('a datagram that does not fit moves to a new slab with everything that was written of it', () => {
  const writer = new Writer()
  const first = put(writer, slab - 2_048, 1)
  writer.begin()
  writer.bytes(new Uint8Array(2_046).fill(2))
  writer.u32(0x0403_0303)
  const second = writer.cut()
  expect(second).toEqual(Uint8Array.of(...new Uint8Array(2_046).fill(2), 3, 3, 3, 4))
  expect([second.byteOffset, second.buffer.byteLength]).toEqual([0, slab])
  expect(first.every((byte) => byte === 1)).toBe(true)
  expect(put(writer, 5, 5)).toMatchObject({ buffer: second.buffer, byteOffset: 2_050 })
})

test('a datagram may be larger than a slab', () => {
  const writer = new Writer()
  writer.begin()
  for (let piece = 0; piece < 300; piece++) writer.bytes(new Uint8Array(1_000).fill(piece))
  const cut = writer.cut()
  expect(cut).toHaveLength(300_000)
  expect(put(writer, 100_000, 7)).toEqual(new Uint8Array(100_000).fill(7))
  expect([cut[0], cut[999], cut[1_000], cut[299_999]]).toEqual([0, 0, 1, 299 & 0xff])
})
