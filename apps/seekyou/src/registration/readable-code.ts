import { randomInt } from 'node:crypto'

/** Eight characters that nobody confuses when they are read aloud or copied by hand. */
export function readableCode(): string {
  const characters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 8 }, () => characters[randomInt(characters.length)]).join('')
}
