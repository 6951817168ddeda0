import { Broken } from './broken.ts'
import { type Failure, shortestBreaking } from './fuzzer.ts'
import { lineOf } from './input.ts'
import type { Run } from './options.ts'

/** What broke, on which bytes, and the command that shows it again. */
export function sayFailure({ input, packet, error, needsHistory }: Failure, { seed, limits }: Run): string[] {
  const said = error instanceof Error ? (error instanceof Broken ? error.message : error.stack) : String(error)
  const shown = needsHistory ? input : shortestBreaking(input)
  const again = needsHistory
    ? `npm run fuzz -- --seed ${seed} --limits ${limits} --packets ${packet + 1}`
    : `npm run fuzz -- --bytes "${lineOf(shown)}"`
  return [`packet ${packet} of seed ${seed}: ${said}`, `  ${lineOf(shown)}`, `  again: ${again}`]
}
