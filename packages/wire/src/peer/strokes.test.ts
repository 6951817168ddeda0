import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, latin } from '../testing/bytes.ts'
import { type Stroke, StrokeReader, sealStroke, strokes } from './strokes.ts'

const typed = (text: string): Stroke => ({ name: 'typed', text: latin(text) })

test('characters, line ends, corrections and bells', () => {
  expect(new StrokeReader().read(bytesOf('48 6A 08 69 0D 07'))).toEqual([
    typed('Hj'),
    { name: 'backspace', value: { code: 8 } },
    typed('i'),
    { name: 'newLine', value: { code: 13 } },
    { name: 'beep', value: { code: 7 } },
  ])
})

test('colours and fonts', () => {
  expect(
    new StrokeReader().read(bytesOf('00 FF 00 00 00 10 03 00 41 62 00 CC 00 11 01 00 00 00 12 0C 00 00 00')),
  ).toEqual([
    { name: 'foreground', value: { code: 0, colour: 0xff00_0000 } },
    { name: 'font', value: { code: 16, fontName: latin('Ab'), fontEncoding: 0xcc } },
    { name: 'face', value: { code: 17, fontFace: 1 } },
    { name: 'size', value: { code: 18, fontSize: 12 } },
  ])
})

test('an unfinished stroke waits for the rest of it', () => {
  const reader = new StrokeReader()
  expect(reader.read(bytesOf('41 01 FF FF'))).toEqual([typed('A')])
  expect(reader.read(bytesOf('FF 00'))).toEqual([{ name: 'background', value: { code: 1, colour: 0xffff_ff00 } }])
})

test('a sealed stroke is read back', () => {
  const size = sealStroke(strokes.size, { code: 0x12, fontSize: 14 })
  expect(new StrokeReader().read(size)).toEqual([{ name: 'size', value: { code: 0x12, fontSize: 14 } }])
})

test('a stroke that could not be sealed leaves nothing behind', () => {
  const fontName = new Uint8Array(65_535).fill(65)
  expect(() => sealStroke(strokes.font, { code: 0x10, fontName, fontEncoding: 0 })).toThrow(RangeError)
  expect(sealStroke(strokes.beep, { code: 7 })).toEqual(bytesOf('07'))
})

test('the pieces in which bytes arrive do not matter', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(60), (bytes, cut) => {
      const reader = new StrokeReader()
      const pieces = [...reader.read(bytes.subarray(0, cut)), ...reader.read(bytes.subarray(cut))]
      expect(joined(pieces)).toEqual(joined(new StrokeReader().read(bytes)))
    }),
  )
})

/** The strokes with neighbouring runs of characters made one. */
function joined(strokes: readonly Stroke[]): readonly Stroke[] {
  const list: Stroke[] = []
  for (const stroke of strokes) {
    const last = list.at(-1)
    if (stroke.name !== 'typed' || last?.name !== 'typed') list.push(stroke)
    else list[list.length - 1] = { name: 'typed', text: Uint8Array.of(...last.text, ...stroke.text) }
  }
  return list
}
