import type { Text } from '@seekyou/language'
import type { Dice } from '../dice.ts'

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))
const mark = bytesOf('No. ')
const space = 0x20
const zero = 0x30
const lettersMax = 2_000
const letterText = bytesOf('abcdefghijklmnopqrstuvwxyz '.repeat(Math.ceil(lettersMax / 27)))

/** A text that begins with its number, so that witnesses know it again: `No. 17 ` and some letters, at most 2,000. */
export function numberedText(id: number, dice: Dice, letters = dice.below(80)): Text {
  const digits = `${id}`
  const start = mark.length + digits.length + 1
  const text = new Uint8Array(start + letters)
  text.set(mark)
  for (let index = 0; index < digits.length; index++) text[mark.length + index] = digits.charCodeAt(index)
  text[start - 1] = space
  text.set(letterText.subarray(0, letters), start)
  return text
}

/** The number of such a text; undefined for any other. */
export function numberOf(text: Text): number | undefined {
  let index = 0
  for (; index < mark.length; index++) if (text[index] !== mark[index]) return undefined
  let id = 0
  for (; text[index] !== space; index++) {
    const digit = (text[index] ?? 0) - zero
    if (digit < 0 || digit > 9) return undefined
    id = id * 10 + digit
  }
  return index > mark.length ? id : undefined
}
