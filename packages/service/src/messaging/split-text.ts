import type { Text } from '@seekyou/language'

/** The longest body that every client of the time can take, in bytes without the NUL (docs/protocol/limits.md). */
export const textMax = 450

const space = 0x20
const lineFeed = 0x0a

/** A long text as several of at most 450 bytes, cut after a space or a line end where one is near. Nothing is left out. */
export function splitText(text: Text): Text[] {
  const parts: Text[] = []
  let start = 0
  while (text.length - start > textMax) {
    const end = cutBefore(text, start, start + textMax)
    parts.push(text.subarray(start, end))
    start = end
  }
  parts.push(text.subarray(start))
  return parts
}

function cutBefore(text: Text, start: number, limit: number): number {
  for (let end = limit; end > start + textMax / 2; end--) {
    const byte = text[end - 1]
    if (byte === space || byte === lineFeed) return end
  }
  return limit
}
