import { crc32, deflateSync } from 'node:zlib'
import { colourAt, type Pixels, readPng } from './read-png.ts'

const coloursMax = 256
/** As many pixels are more than the edges of a few letters. */
const many = 150

/**
 * The same picture in a third of the bytes: browsers write PNG files quickly, not small. It has at most 256 colours afterwards; those that
 * can hardly be told from a more frequent one give way to it.
 */
export function smaller(png: Uint8Array): Uint8Array {
  const pixels = readPng(Buffer.from(png))
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.bytes.length; at += 3) {
    const colour = colourAt(pixels.bytes, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = paletteOf(counts)
  const indexOf = new Map([...counts.keys()].map((colour) => [colour, nearest(colour, palette)]))
  return write(pixels, palette, indexOf)
}

/** Few pixels have to be farther from the others to get a colour of their own: they are edges of letters, many are a shade. */
function paletteOf(counts: ReadonlyMap<number, number>): readonly number[] {
  const frequent = [...counts].sort(([a, often], [b, seldom]) => seldom - often || a - b)
  for (let apart = 0; ; apart += 8) {
    const palette: number[] = []
    for (const [colour, count] of frequent) {
      const least = count < many ? apart : apart / 60
      if (palette.every((other) => distance(colour, other) > least)) palette.push(colour)
      if (palette.length > coloursMax) break
    }
    if (palette.length <= coloursMax) return palette
  }
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0
  for (const [index, other] of palette.entries()) {
    if (distance(colour, other) < distance(colour, palette[best]!)) best = index
  }
  return best
}

/** Squared, and weighed as eyes do. */
function distance(a: number, b: number): number {
  const [red, green, blue] = [(a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255)]
  return 0.3 * red * red + 0.6 * green * green + 0.1 * blue * blue
}

function write(
  { width, height, bytes }: Pixels,
  palette: readonly number[],
  indexOf: ReadonlyMap<number, number>,
): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height)
  for (let pixel = 0; pixel < width * height; pixel++) {
    // Each row begins with a byte that names its filter: none, which suits palettes best.
    rows[pixel + Math.floor(pixel / width) + 1] = indexOf.get(colourAt(bytes, pixel * 3))!
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
