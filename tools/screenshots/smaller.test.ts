import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readPng } from './read-png.ts'
import { smaller } from './smaller.ts'

/** A PNG file of three rows of two pixels; sums are not looked at. */
function png(rows: readonly (readonly number[])[], colours = 2): Buffer {
  const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, rows.length, 8, colours, 0, 0, 0])
  const chunk = (type: string, data: Buffer): Buffer =>
    Buffer.concat([Buffer.from([0, 0, 0, data.length]), Buffer.from(type), data, Buffer.alloc(4)])
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.from(rows.flat())))])
}

const red = [200, 10, 10]
const teal = [0, 110, 100]

test('every filter is undone', () => {
  const { bytes } = readPng(
    png([
      [0, ...red, ...teal],
      [1, ...red, 56, 100, 90],
      [2, 0, 0, 0, 0, 0, 0],
      [3, 100, 5, 5, 156, 50, 45],
      [4, 0, 0, 0, 0, 0, 0],
    ]),
  )
  const row = [...red, ...teal]
  expect([...bytes]).toEqual([...row, ...row, ...row, ...row, ...row])
})

test('what is no screenshot is refused', () => {
  expect(() => readPng(png([[0, 0, 0, 0, 0, 0, 0]], 6))).toThrow('this is no screenshot')
})

test('a picture of few colours keeps them all, the most frequent first', () => {
  const small = Buffer.from(
    smaller(
      png([
        [0, ...teal, ...red],
        [0, ...red, ...red],
      ]),
    ),
  )
  const palette = small.indexOf('PLTE') + 4
  expect([...small.subarray(palette, palette + 6)]).toEqual([...red, ...teal])
  const data = small.indexOf('IDAT') + 4
  expect([...inflateSync(small.subarray(data))]).toEqual([0, 1, 0, 0, 0, 0])
})
