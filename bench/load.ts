import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { LoadFigures } from './generator/load-figures.ts'
import { firstUin, type Subject } from './subjects.ts'

export interface Load {
  readonly users: number
  readonly warmup: number
  readonly seconds: number
  /** How long recipients wait before they acknowledge, in milliseconds. */
  readonly slowness?: number
  /** Messages a second; left out: everybody writes again as soon as their last message is over. */
  readonly rate?: number
}

const generator = fileURLToPath(new URL('./generator/main.ts', import.meta.url))

/** Puts a process under load, from another process. Fails when the crowd met anything that it should not. */
export async function putUnderLoad({ port, pid }: Subject, load: Load): Promise<LoadFigures> {
  const args = Object.entries({ port, pid, first: firstUin, ...load }).flatMap(([name, value]) => [
    `--${name}`,
    String(value),
  ])
  const { stdout } = await promisify(execFile)(process.execPath, [generator, ...args])
  const figures = JSON.parse(stdout) as LoadFigures
  if (figures.complaints > 0) throw new Error(`the crowd was told ${figures.complaints} things that it did not expect`)
  if (figures.delivered === 0) throw new Error('no message was delivered')
  return figures
}
