import { type Stroke, StrokeReader } from '@seekyou/wire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sealStrokes } from './chat-strokes.ts'

const typed = (text: string): Stroke => ({ name: 'typed', text: Uint8Array.from(text, (char) => char.charCodeAt(0)) })
const colour = fc.nat(0xff_ffff).map((rgb) => rgb * 256)
const word = fc.nat(0xffff_ffff)
const fontName = fc.uint8Array({ maxLength: 20, min: 1 })
const stroke: fc.Arbitrary<Stroke> = fc.oneof(
  fc.uint8Array({ minLength: 1, min: 0x20 }).map((text): Stroke => ({ name: 'typed', text })),
  colour.map((colour): Stroke => ({ name: 'foreground', value: { code: 0, colour } })),
  colour.map((colour): Stroke => ({ name: 'background', value: { code: 1, colour } })),
  fc.constant<Stroke>({ name: 'beep', value: { code: 7 } }),
  fc.constant<Stroke>({ name: 'backspace', value: { code: 8 } }),
  fc.constant<Stroke>({ name: 'newLine', value: { code: 13 } }),
  fontName.map((fontName): Stroke => ({ name: 'font', value: { code: 16, fontName, fontEncoding: 204 } })),
  word.map((fontFace): Stroke => ({ name: 'face', value: { code: 17, fontFace } })),
  word.map((fontSize): Stroke => ({ name: 'size', value: { code: 18, fontSize } })),
)

test('what is typed is what is read', () => {
  fc.assert(
    fc.property(fc.array(stroke), (strokes) => {
      const neighbours = strokes.filter(({ name }, at) => name !== 'typed' || strokes[at - 1]?.name !== 'typed')
      expect(new StrokeReader().read(sealStrokes(neighbours))).toEqual(neighbours)
    }),
  )
})

test('a text stays a text, whatever is in it', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (text) => {
      for (const stroke of new StrokeReader().read(sealStrokes([{ name: 'typed', text }]))) {
        expect(['typed', 'newLine']).toContain(stroke.name)
      }
    }),
  )
})

test('every line end is one', () => {
  expect(String.fromCharCode(...sealStrokes([typed('a\r\nb\nc\rd\n\r\n\re')]))).toBe('a\rb\rc\rd\r\r\re')
})

test('the name of a font is not longer than anybody needs', () => {
  const sealed = sealStrokes([
    { name: 'font', value: { code: 16, fontName: new Uint8Array(70_000).fill(65), fontEncoding: 0 } },
  ])
  expect(sealed).toHaveLength(1 + 2 + 256 + 2)
})
