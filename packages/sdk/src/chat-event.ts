import type { ChatLook as RawLook } from '@seekyou/client'
import type { Text } from '@seekyou/language'
import type { Stroke } from '@seekyou/wire'
import type { ChatBecause } from './errors.ts'

/** How characters look. Colours are written as on the web: `#ff0000` is red. */
export interface ChatLook {
  /** The colour of the characters. */
  readonly foreground: string
  /** The colour behind them. */
  readonly background: string
  /** Its name, such as `Courier`. */
  readonly font: string
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isUnderlined: boolean
  /** In points. */
  readonly size: number
}

/** What the other one did. */
export type ChatEvent =
  /** Characters, as they were typed. */
  | { readonly type: 'typed'; readonly text: string }
  /** The last character was taken back. */
  | { readonly type: 'backspace' }
  /** A line was ended; `text` is all of it, without what was taken back. */
  | { readonly type: 'line'; readonly text: string }
  /** The bell was rung. */
  | { readonly type: 'beep' }
  /** What is typed from here on looks like this. */
  | { readonly type: 'look'; readonly look: ChatLook }
  /** It is over, for both. `reason` is empty when nothing was said. */
  | { readonly type: 'ended'; readonly because: ChatBecause; readonly reason: string }

/** A look as the machine tells it. */
export const readLook = (raw: RawLook, decode: (text: Text) => string): ChatLook => ({
  foreground: colourName(raw.foreground),
  background: colourName(raw.background),
  font: decode(raw.fontName),
  ...faceIn(raw.fontFace),
  size: raw.fontSize,
})

/** The look after a stroke that changes it. */
export function lookAfter(look: ChatLook, stroke: Stroke, decode: (text: Text) => string): ChatLook {
  switch (stroke.name) {
    case 'foreground':
      return { ...look, foreground: colourName(stroke.value.colour) }
    case 'background':
      return { ...look, background: colourName(stroke.value.colour) }
    case 'font':
      return { ...look, font: decode(stroke.value.fontName) }
    case 'face':
      return { ...look, ...faceIn(stroke.value.fontFace) }
    case 'size':
      return { ...look, size: stroke.value.fontSize }
    default:
      return look
  }
}

/** The strokes that make one look another. Throws a RangeError for a colour that is none. */
export function strokesToLook(before: ChatLook, after: ChatLook, encode: (text: string) => Text): Stroke[] {
  const strokes: Stroke[] = []
  if (after.foreground !== before.foreground) {
    strokes.push({ name: 'foreground', value: { code: 0x00, colour: colourNumber(after.foreground) } })
  }
  if (after.background !== before.background) {
    strokes.push({ name: 'background', value: { code: 0x01, colour: colourNumber(after.background) } })
  }
  if (after.font !== before.font) {
    strokes.push({ name: 'font', value: { code: 0x10, fontName: encode(after.font), fontEncoding: 0 } })
  }
  if (faceOf(after) !== faceOf(before)) strokes.push({ name: 'face', value: { code: 0x11, fontFace: faceOf(after) } })
  if (after.size !== before.size) strokes.push({ name: 'size', value: { code: 0x12, fontSize: after.size } })
  return strokes
}

/** Text as strokes: line ends, backspaces and bells among the characters become what they are. */
export function strokesOf(text: string, encode: (text: string) => Text): Stroke[] {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .split(keys)
    .flatMap((part): Stroke[] => {
      if (part === '\n') return [{ name: 'newLine', value: { code: 0x0d } }]
      if (part === '\b') return [{ name: 'backspace', value: { code: 0x08 } }]
      if (part === bell) return [{ name: 'beep', value: { code: 0x07 } }]
      // What is left of the control characters would be taken for the beginning of a stroke.
      const typed = encode(part).filter((byte) => byte >= 0x20 || byte === tab)
      return typed.length === 0 ? [] : [{ name: 'typed', text: typed }]
    })
}

const [bold, italic, underlined] = [1, 2, 4]
const tab = 0x09
const bell = '\x07'
/** Characters that are strokes of their own. */
const keys = new RegExp(`([\\n\b${bell}])`)

const colourName = (colour: number): string => `#${(colour >>> 8).toString(16).padStart(6, '0')}`

function colourNumber(colour: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new RangeError(`${colour} is no colour: write it like #ff0000.`)
  return (Number.parseInt(colour.slice(1), 16) << 8) >>> 0
}

const faceIn = (face: number): Pick<ChatLook, 'isBold' | 'isItalic' | 'isUnderlined'> => ({
  isBold: (face & bold) !== 0,
  isItalic: (face & italic) !== 0,
  isUnderlined: (face & underlined) !== 0,
})

const faceOf = ({ isBold, isItalic, isUnderlined }: ChatLook): number =>
  (isBold ? bold : 0) | (isItalic ? italic : 0) | (isUnderlined ? underlined : 0)
