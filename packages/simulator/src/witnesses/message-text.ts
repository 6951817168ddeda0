import type { Text } from '@seekyou/language'
import type { Dice } from '../dice.ts'

const mark = 'No. '
const space = 0x20
const zero = 0x30

/** A text that begins with its number, so that witnesses know it again: `No. 17 ` and some letters. */
export function numberedText(id: number, dice: Dice, letters = dice.below(80)): Text {
  const text = `${mark}${id} ${'abcdefghijklmnopqrstuvwxyz '.repeat(Math.ceil(letters / 27)).slice(0, letters)}`
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}

/** The number of such a text; undefined for any other. */
export function numberOf(text: Text): number | undefined {
  let index = 0
  for (; index < mark.length; index++) if (text[index] !== mark.charCodeAt(index)) return undefined
  let id = 0
  for (; text[index] !== space; index++) {
    const digit = (text[index] ?? 0) - zero
    if (digit < 0 || digit > 9) return undefined
    id = id * 10 + digit
  }
  return index > mark.length ? id : undefined
}
