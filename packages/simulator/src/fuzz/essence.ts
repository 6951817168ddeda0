import { type Input, lineOf } from './input.ts'
import { tryPacket } from './try-packet.ts'

/** Of these inputs the shortest ones that show every triple that `known` does not show. Any order in, always the same one out. */
export function essence(known: readonly Input[], inputs: readonly Input[]): Input[] {
  const seen = new Set(known.map(tryPacket))
  const sorted = inputs.map((input) => ({ input, line: lineOf(input) })).sort(byLength)
  return sorted
    .map(({ input }) => input)
    .filter((input) => {
      const triple = tryPacket(input)
      return !seen.has(triple) && seen.add(triple)
    })
}

interface Lined {
  readonly input: Input
  readonly line: string
}

const byLength = ({ line: a }: Lined, { line: b }: Lined): number => a.length - b.length || (a < b ? -1 : 1)
