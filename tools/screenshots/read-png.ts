import { inflateSync } from 'node:zlib'

/** A picture, three bytes a pixel: red, green, blue. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
}

/** The colour of three bytes as one number, red first. */
export const colourAt = (bytes: Buffer, at: number): number => bytes.readUIntBE(at, 3)

/** Reads a PNG file as browsers write screenshots: eight bits, RGB, not interlaced. Throws on any other. */
export function readPng(png: Buffer): Pixels {
  const chunks = [...chunksOf(png)]
  const head = chunks.find(({ type }) => type === 'IHDR')?.data
  if (head === undefined || head[8] !== 8 || head[9] !== 2 || head[12] !== 0) throw new Error('this is no screenshot')
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const packed = Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])))
  return { width, height, bytes: withoutFilters(inflateSync(packed), width * 3, height) }
}

function* chunksOf(png: Buffer): Generator<{ readonly type: string; readonly data: Buffer }> {
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) }
    at += length + 12
  }
}

function withoutFilters(rows: Buffer, rowLength: number, height: number): Buffer {
  const bytes = Buffer.alloc(rowLength * height)
  for (let row = 0; row < height; row++) {
    const filter = rows[row * (rowLength + 1)]
    for (let column = 0; column < rowLength; column++) {
      const at = row * rowLength + column
      const left = column < 3 ? 0 : bytes[at - 3]!
      const up = row === 0 ? 0 : bytes[at - rowLength]!
      const corner = column < 3 || row === 0 ? 0 : bytes[at - rowLength - 3]!
      const expected =
        filter === 1
          ? left
          : filter === 2
            ? up
            : filter === 3
              ? (left + up) >> 1
              : filter === 4
                ? likeliest(left, up, corner)
                : 0
      bytes[at] = rows[row * (rowLength + 1) + 1 + column]! + expected
    }
  }
  return bytes
}

/** Paeth's guess from the three neighbours. */
function likeliest(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
