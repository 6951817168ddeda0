// What a user costs when there are very many: `node bench/million/main.ts`. The real node is fed from virtual addresses, a
// process for each size. Ends with `N passed, N failed`.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SizeFigures } from './measure-size.ts'
import { readMillionOptions } from './options.ts'
import { judge, saySizes } from './say-sizes.ts'

/** Sizes with which the largest is compared. */
const smaller = [1_000, 100_000]

const { users, contacts, messages, json } = readMillionOptions(process.argv.slice(2))
const sizes = [...smaller.filter((size) => size < users), users]
const figures = sizes.map((size) => run(size))
if (json !== undefined) writeFileSync(json, `${JSON.stringify(figures, undefined, 2)}\n`)
console.log(saySizes(figures))
const failed = judge(figures).filter(({ isReached }) => !isReached).length
console.log(`${judge(figures).length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

function run(size: number): SizeFigures {
  const program = join(import.meta.dirname, 'size', 'main.ts')
  const heapMiB = 2_048 + Math.ceil(size / 100)
  const flags = ['--expose-gc', `--max-old-space-size=${heapMiB}`]
  const numbers = [size, contacts, messages].map(String)
  return JSON.parse(
    execFileSync(process.execPath, [...flags, program, ...numbers], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
}
