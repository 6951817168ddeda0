import { type Stroke, sealStroke, strokes } from '@seekyou/wire'
import { joined } from './joined.ts'

/** The longest name of a font that is sent, in bytes. */
const fontNameMax = 255

/**
 * The bytes that say to a peer what was typed. A text can only be text there: its line ends (CR, LF or both) begin a line each,
 * and bytes that would mean something else are left out.
 */
export function sealStrokes(typed: readonly Stroke[]): Uint8Array {
  return joined(typed.map(sealOne))
}

function sealOne(stroke: Stroke): Uint8Array {
  switch (stroke.name) {
    case 'typed':
      return plain(stroke.text)
    case 'font': {
      const { fontName } = stroke.value
      return sealStroke(strokes.font, { ...stroke.value, fontName: fontName.subarray(0, fontNameMax) })
    }
    case 'foreground':
      return sealStroke(strokes.foreground, stroke.value)
    case 'background':
      return sealStroke(strokes.background, stroke.value)
    case 'face':
      return sealStroke(strokes.face, stroke.value)
    case 'size':
      return sealStroke(strokes.size, stroke.value)
    case 'beep':
    case 'backspace':
    case 'newLine':
      return Uint8Array.of(stroke.value.code)
  }
}

const newLine = strokes.newLine.code
const lineFeed = 0x0a
const codes: ReadonlySet<number> = new Set(Object.values(strokes).map(({ code }) => code))

function plain(text: Uint8Array): Uint8Array {
  return text
    .filter((byte, at) => byte === newLine || (byte === lineFeed ? text[at - 1] !== newLine : !codes.has(byte)))
    .map((byte) => (byte === lineFeed ? newLine : byte))
}
