import { type Field, roll } from './field.ts'
import type { Reader } from './reader.ts'

/**
 * A list of UINs up to the packet's end: one byte that counts them, then each as `u32`; at most 255.
 *
 * Read tolerantly: the size is believed more than the count. With P bytes, P mod 4 = 1 means a count of one byte and P mod 4 = 2
 * a count of two bytes; otherwise the count is one byte, as many UINs as it says are read, if there are so many, and the rest
 * trails. A packet that ends before the count names nobody.
 */
export const uins: Field<readonly number[]> = {
  type: 'uins',
  size: undefined,
  greedy: true,
  lenient: true,
  read(reader) {
    const list: number[] = new Array(countOf(reader))
    for (let i = 0; i < list.length; i++) list[i] = reader.u32()
    return list
  },
  write(writer, value) {
    if (value.length > 255) throw new RangeError(`${value.length} UINs do not fit one list: 255 is the most`)
    writer.u8(value.length)
    for (const uin of value) writer.u32(uin)
  },
  sample: (dice) => Array.from({ length: roll(dice, 8) }, () => 1 + roll(dice, 0xffff_fffe)),
  show: (value) => value.join(', '),
  plain: (value) => value,
}

function countOf(reader: Reader): number {
  const size = reader.left
  if (size === 0) return 0
  // COMPAT clients that follow the oldest description of version 2 count in two bytes
  if (size % 4 === 2) {
    reader.u16()
    return (size - 2) / 4
  }
  const count = reader.u8()
  const fitting = Math.floor((size - 1) / 4)
  return size % 4 === 1 ? fitting : Math.min(count, fitting)
}
