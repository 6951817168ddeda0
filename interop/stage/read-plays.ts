import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsePlay } from './parse-play.ts'
import type { Play } from './play.ts'

/** All plays of `interop/plays`, by name. */
export function readPlays(): readonly Play[] {
  const folder = join(import.meta.dirname, '..', 'plays')
  const files = readdirSync(folder).filter((file) => file.endsWith('.play'))
  return files.sort().map((file) => parsePlay(file, readFileSync(join(folder, file), 'utf8')))
}
