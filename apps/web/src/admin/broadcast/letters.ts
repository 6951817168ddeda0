/** A message has at most so many bytes. */
export const bytesMax = 450

/** How a text becomes bytes in a code page of one byte a character: how many, and which characters it lacks. New lines take two bytes. */
export function letters(
  text: string,
  codePage: string,
): { readonly bytes: number; readonly missing: readonly string[] } {
  const characters = [...text.replace(/\r\n?|\n/g, '\r\n')]
  const known = repertoire(codePage)
  return { bytes: characters.length, missing: [...new Set(characters.filter((character) => !known.has(character)))] }
}

const known = new Map<string, ReadonlySet<string>>()

function repertoire(codePage: string): ReadonlySet<string> {
  const before = known.get(codePage)
  if (before) return before
  const all = new TextDecoder(codePage).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  const set: ReadonlySet<string> = new Set(all)
  known.set(codePage, set)
  return set
}
