// What a message of the load says: in which phase of which run it was written, the how-manieth of its writer it is, and when
// it was due. Six bits in each letter from 40 to 7F, so that no server finds a NUL or a separator in it.
//
//   letters | 3 run | 5 count | 9 due, in microseconds of the writer's clock | … filled with "m"

/** The length of every message, in bytes. */
export const stampedLength = 64

/**
 * Writes a stamp into a message's text. `run` is below 2¹⁸ and other than in other phases and runs, `count` below 2³⁰, `dueAt` in
 * milliseconds.
 */
export function writeStamp(bytes: Uint8Array, at: number, run: number, count: number, dueAt: number): void {
  const us = Math.round(dueAt * 1_000)
  writeLetters(bytes, at, 3, run)
  writeLetters(bytes, at + 3, 5, count)
  writeLetters(bytes, at + 8, 5, us % 2 ** 30)
  writeLetters(bytes, at + 13, 4, Math.floor(us / 2 ** 30))
}

export const readRun = (bytes: Uint8Array, at: number): number => readLetters(bytes, at, 3)

export const readCount = (bytes: Uint8Array, at: number): number => readLetters(bytes, at + 3, 5)

export const readDueAt = (bytes: Uint8Array, at: number): number =>
  (readLetters(bytes, at + 13, 4) * 2 ** 30 + readLetters(bytes, at + 8, 5)) / 1_000

function writeLetters(bytes: Uint8Array, at: number, letters: number, value: number): void {
  for (let letter = 0; letter < letters; letter++) bytes[at + letter] = 0x40 | ((value >>> (6 * letter)) & 0x3f)
}

function readLetters(bytes: Uint8Array, at: number, letters: number): number {
  let value = 0
  for (let letter = letters - 1; letter >= 0; letter--) value = (value << 6) | (bytes[at + letter]! & 0x3f)
  return value
}
