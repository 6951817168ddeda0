import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf } from '../testing/bytes.ts'
import { peerPackets } from './catalogue.ts'
import { PeerStream, sealPeer } from './peer-stream.ts'

test('a sealed frame begins with its length', () => {
  expect(sealPeer(peerPackets.fileSpeed, { op: 5, speed: 100 })).toEqual(bytesOf('05 00 05 64 00 00 00'))
  const most = new Uint8Array(65_534)
  expect(sealPeer(peerPackets.fileData, { op: 6, data: most }).subarray(0, 3)).toEqual(bytesOf('FF FF 06'))
  const data = new Uint8Array(65_535)
  const refusal = 'a frame of 65536 bytes does not fit a 16-bit length'
  expect(() => sealPeer(peerPackets.fileData, { op: 6, data })).toThrow(refusal)
})

test('a frame that could not be sealed leaves nothing behind', () => {
  expect(() => sealPeer(peerPackets.fileSpeed, { op: 5 } as { op: 5; speed: number })).toThrow('without speed')
  expect(sealPeer(peerPackets.fileSpeed, { op: 5, speed: 0 })).toEqual(bytesOf('05 00 05 00 00 00 00'))
})

test('half a length is not enough', () => {
  const stream = new PeerStream()
  expect(stream.frame()).toBeUndefined()
  stream.push(bytesOf('00'))
  expect(stream.frame()).toBeUndefined()
  stream.push(bytesOf('00'))
  expect(stream.frame()).toEqual(bytesOf(''))
})

test('frames come out whole, however the bytes arrive', () => {
  const frames = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 })
  fc.assert(
    fc.property(frames, fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (frames, sizes) => {
      const bytes = Uint8Array.from(frames.flatMap((frame) => [frame.length, 0, ...frame]))
      const stream = new PeerStream()
      const cut: Uint8Array[] = []
      for (let at = 0, turn = 0; at < bytes.length; turn++) {
        const size = sizes[turn % sizes.length]!
        stream.push(bytes.subarray(at, at + size))
        at += size
        for (let frame = stream.frame(); frame !== undefined; frame = stream.frame()) cut.push(frame)
      }
      expect(cut).toEqual(frames)
      expect(stream.rest()).toEqual(new Uint8Array(0))
    }),
  )
})

test('frames that were cut stay as they are while more arrives', () => {
  const stream = new PeerStream()
  stream.push(bytesOf('02 00 AA'))
  stream.push(bytesOf('BB 03 00 11'))
  const first = stream.frame()
  stream.push(bytesOf('22'))
  expect(stream.frame()).toBeUndefined()
  stream.push(bytesOf('33 01 00 44'))
  expect([first, stream.frame(), stream.frame(), stream.frame()]).toEqual([
    bytesOf('AA BB'),
    bytesOf('11 22 33'),
    bytesOf('44'),
    undefined,
  ])
})

test('a long frame in single bytes does not move with every byte', () => {
  const frame = Uint8Array.from({ length: 2 + 0xffff }, (_, at) => (at < 2 ? 0xff : at))
  const stream = new PeerStream()
  for (const byte of frame) stream.push(Uint8Array.of(byte))
  const cut = stream.frame()!
  expect(cut).toEqual(frame.subarray(2))
  expect(cut.buffer.byteLength).toBe(frame.length)
})

test('what follows a frame can be taken unframed', () => {
  const stream = new PeerStream()
  stream.push(bytesOf('01 00 AA 48 69'))
  expect(stream.frame()).toEqual(bytesOf('AA'))
  expect(stream.rest()).toEqual(bytesOf('48 69'))
  expect(stream.frame()).toBeUndefined()
})
