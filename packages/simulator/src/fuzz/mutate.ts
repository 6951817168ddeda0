// Damage, from a single bit to two packets grown together. The grammar helps: lengths, counts and numbers are damaged where they
// are. Every mutation returns new bytes and leaves the old ones alone; offsets that no longer fit are passed over.
import type { Dice } from '../dice.ts'
import { anyUin } from './cast.ts'
import type { Places } from './places.ts'

/** Damages bytes one to four times. `other` is what they may be grown together with. */
export function mutate(bytes: Uint8Array, places: Places, other: Uint8Array, dice: Dice): Uint8Array {
  let damaged: Uint8Array = bytes
  for (let left = 1 + dice.below(dice.chance(0.5) ? 1 : 4); left > 0; left--) {
    damaged = dice.pick(mutations)({ bytes: damaged, places, other, dice })
  }
  return damaged.length > longest ? damaged.slice(0, longest) : damaged
}

interface Patient {
  readonly bytes: Uint8Array
  readonly places: Places
  readonly other: Uint8Array
  readonly dice: Dice
}

/** What one UDP datagram can carry over IPv4. */
const longest = 65_507
const telling = [0, 1, 2, 0x0a, 0x20, 0x7f, 0x80, 0xfe, 0xff]
const versions = [0, 1, 3, 4, 5, 0x0102, 0xffff]
const shortHeader = 6
const uinSize = 4

const mutations: readonly ((patient: Patient) => Uint8Array)[] = [
  flipBit,
  setByte,
  cutAnywhere,
  cutAtEdge,
  extend,
  splice,
  changeLength,
  changeLength,
  changeCount,
  changeUin,
  changeNumber,
  changeVersion,
  changeHeader,
  changeCommand,
  placeNul,
  repeatSlice,
  dropSlice,
  swapBytes,
]

function flipBit({ bytes, dice }: Patient): Uint8Array {
  const at = dice.below(bytes.length)
  return withBytes(bytes, at, [(bytes[at] ?? 0) ^ (1 << dice.below(8))])
}

function setByte({ bytes, dice }: Patient): Uint8Array {
  return withBytes(bytes, dice.below(bytes.length), [dice.chance(0.5) ? dice.pick(telling) : dice.below(256)])
}

function cutAnywhere({ bytes, dice }: Patient): Uint8Array {
  return bytes.slice(0, dice.below(bytes.length + 1))
}

function cutAtEdge({ bytes, places, dice }: Patient): Uint8Array {
  return bytes.slice(0, Math.max(0, dice.pick(places.edges) + dice.below(3) - 1))
}

function extend({ bytes, dice }: Patient): Uint8Array {
  const length = dice.chance(0.001) ? longest : 1 + dice.below(dice.chance(0.1) ? 700 : 12)
  const tail = dice.chance(0.3) ? new Uint8Array(length) : dice.bytes(Math.min(length, 1_000))
  return joined(bytes, tail)
}

function splice({ bytes, other, dice }: Patient): Uint8Array {
  return joined(bytes.subarray(0, dice.below(bytes.length + 1)), other.subarray(dice.below(other.length + 1)))
}

function changeLength({ bytes, places, dice }: Patient): Uint8Array {
  if (places.lengths.length === 0) return setByte({ bytes, places, other: bytes, dice })
  const at = dice.pick(places.lengths)
  const length = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
  const left = Math.max(0, bytes.length - at - 2)
  const bigEndian = (length >> 8) | (length << 8)
  const wrong = dice.pick([0, 1, length - 1, length + 1, left, left - 1, left + 1, bigEndian, 0x8000, 0xfffe, 0xffff])
  return withBytes(bytes, at, word(wrong))
}

function changeCount({ bytes, places, dice }: Patient): Uint8Array {
  if (places.counts.length === 0) return setByte({ bytes, places, other: bytes, dice })
  const at = dice.pick(places.counts)
  const count = bytes[at] ?? 0
  const wrong = dice.pick([0, 1, count - 1, count + 1, 0x7f, 0xff])
  // Some clients count in two bytes.
  return dice.chance(0.3)
    ? joined(bytes.subarray(0, at), Uint8Array.of(wrong, 0), bytes.subarray(at + 1))
    : withBytes(bytes, at, [wrong])
}

function changeUin({ bytes, places, dice }: Patient): Uint8Array {
  const uin = anyUin(dice)
  const at = places.uins.length > 0 ? dice.pick(places.uins) : shortHeader
  return withBytes(bytes, at, [uin, uin >>> 8, uin >>> 16, uin >>> 24])
}

function changeNumber({ bytes, dice }: Patient): Uint8Array {
  return withBytes(bytes, 4, word(dice.pick([0, 1, 0x00ff, 0x7fff, 0x8000, 0xffff, dice.below(0x1_0000)])))
}

function changeVersion({ bytes, dice }: Patient): Uint8Array {
  return withBytes(bytes, 0, word(dice.pick(versions)))
}

/** The long header becomes a short one, or the other way round. */
function changeHeader({ bytes, dice }: Patient): Uint8Array {
  const head = bytes.subarray(0, shortHeader)
  if (dice.chance(0.5)) return joined(head, bytes.subarray(shortHeader + uinSize))
  const uin = anyUin(dice)
  return joined(head, Uint8Array.of(uin, uin >>> 8, uin >>> 16, uin >>> 24), bytes.subarray(shortHeader))
}

function changeCommand({ bytes, other, dice }: Patient): Uint8Array {
  return withBytes(bytes, 2, dice.chance(0.8) ? [other[2] ?? 0, other[3] ?? 0] : word(dice.below(0x1_0000)))
}

function placeNul({ bytes, dice }: Patient): Uint8Array {
  const at = dice.below(bytes.length + 1)
  if (dice.chance(0.5)) return withBytes(bytes, at, [0])
  return joined(bytes.subarray(0, at), Uint8Array.of(0), bytes.subarray(at))
}

function repeatSlice({ bytes, dice }: Patient): Uint8Array {
  const from = dice.below(bytes.length + 1)
  const to = from + dice.below(Math.min(bytes.length - from, 64) + 1)
  return joined(bytes.subarray(0, to), bytes.subarray(from))
}

function dropSlice({ bytes, dice }: Patient): Uint8Array {
  const from = dice.below(bytes.length + 1)
  return joined(bytes.subarray(0, from), bytes.subarray(from + 1 + dice.below(8)))
}

/** As if a number had been written with its high byte first. */
function swapBytes({ bytes, places, dice }: Patient): Uint8Array {
  const at = dice.pick(places.edges)
  return at + 1 < bytes.length ? withBytes(bytes, at, [bytes[at + 1]!, bytes[at]!]) : bytes
}

function withBytes(bytes: Uint8Array, at: number, values: readonly number[]): Uint8Array {
  const changed = bytes.slice()
  for (const [index, value] of values.entries()) if (at + index < changed.length) changed[at + index] = value
  return changed
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const word = (value: number): [number, number] => [value & 0xff, (value >> 8) & 0xff]
