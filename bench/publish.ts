import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runSeekyou } from '../e2e/run-seekyou.ts'
import type { LoadFile } from './load-report.ts'
import type { BenchOptions } from './options.ts'

/**
 * Writes figures as `NAME.json` into a folder, and draws the reports among them as `NAME.svg`. Returns the tables that
 * `seekyou bench` makes of them.
 */
export async function publish(folder: string, name: string, figures: LoadFile, options: BenchOptions): Promise<string> {
  await mkdir(folder, { recursive: true })
  const [json, svg] = [join(folder, `${name}.json`), join(folder, `${name}.svg`)]
  await writeFile(json, `${JSON.stringify({ options: { ...options, out: undefined }, ...figures }, undefined, 2)}\n`)
  const { exitCode, stdout, stderr } = await runSeekyou(['bench', '--from', json, '--svg', svg])
  if (exitCode !== 0) throw new Error(`the figures cannot be shown: ${stderr}`)
  return stdout
}
