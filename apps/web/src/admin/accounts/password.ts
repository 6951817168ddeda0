/** Letters and digits that nobody mistakes for another. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password of eight characters, which is all that clients of 1998 send. */
export function makePassword(): string {
  const made: string[] = []
  // Bytes beyond a whole multiple would make some signs likelier than others.
  const fair = 256 - (256 % signs.length)
  while (made.length < 8) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1))
    if (byte! < fair) made.push(signs[byte! % signs.length]!)
  }
  return made.join('')
}
