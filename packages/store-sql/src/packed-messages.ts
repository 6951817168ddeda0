import type { Uin } from '@seekyou/language'
import type { Message } from '@seekyou/service'

/**
 * Messages in one piece of memory, which travels between threads for the price of one object:
 * the number of messages, then six numbers for each (id, to, from, kind, at, length of the text), then the texts.
 */
export type PackedMessages = ArrayBuffer

const numbersEach = 6
const bytesEach = numbersEach * 8

export function packMessages(messages: readonly Message[]): PackedMessages {
  const textsAt = 8 + messages.length * bytesEach
  let size = textsAt
  for (const { text } of messages) size += text.length
  const packed = new ArrayBuffer(size)
  const numbers = new Float64Array(packed, 0, 1 + messages.length * numbersEach)
  const texts = new Uint8Array(packed, textsAt)
  numbers[0] = messages.length
  let at = 1
  let offset = 0
  for (const message of messages) {
    numbers[at++] = message.id
    numbers[at++] = message.to
    numbers[at++] = message.from
    numbers[at++] = message.kind
    numbers[at++] = message.at
    numbers[at++] = message.text.length
    texts.set(message.text, offset)
    offset += message.text.length
  }
  return packed
}

/** The messages again. Their texts are views into the same memory. */
export function unpackMessages(packed: PackedMessages): Message[] {
  const count = new Float64Array(packed, 0, 1)[0] ?? 0
  const numbers = new Float64Array(packed, 8, count * numbersEach)
  let offset = 8 + count * bytesEach
  return Array.from({ length: count }, (_, index) => {
    const at = index * numbersEach
    const text = new Uint8Array(packed, offset, numbers[at + 5])
    offset += text.length
    return {
      id: numbers[at] as number,
      to: numbers[at + 1] as Uin,
      from: numbers[at + 2] as Uin,
      kind: numbers[at + 3] as number,
      at: numbers[at + 4] as number,
      text,
    }
  })
}
