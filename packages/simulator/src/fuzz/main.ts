// The command `npm run fuzz`: damaged packets against everything that reads bytes from strangers.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { essence } from './essence.ts'
import { Fuzzer } from './fuzzer.ts'
import { inputsOf, lineOf } from './input.ts'
import { help, Misunderstanding, type Run, type Typed, understand } from './options.ts'
import { sayFailure } from './say-failure.ts'
import { tryPacket } from './try-packet.ts'

const corpusFile = (name: string): string => join(import.meta.dirname, 'corpus', name)
const failuresMax = 10
const looks = 10
/** From which look on memory must not grow any more, and what is allowed to noise, in bytes. */
const warmLook = 3
const growthMax = 16 * 1_048_576

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

main()

function main(): void {
  try {
    const wanted = understand(typed())
    if (wanted.what === 'help') console.log(help)
    else if (wanted.what === 'read') console.log(tryPacket(wanted.input))
    else fuzz(wanted.runs, wanted.keeps)
  } catch (error) {
    const isTypo =
      error instanceof Misunderstanding || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')
    if (!isTypo) throw error
    console.error(`fuzz: ${(error as Error).message} See npm run fuzz -- --help`)
    process.exitCode = 2
  }
}

function typed(): Typed {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = { packets: text, seed: text, limits: text, bytes: text, keep: flag, help: flag }
  return parseArgs({ options }).values
}

function fuzz(runs: readonly Run[], keeps: boolean): void {
  const golden = inputsOf(readFileSync(corpusFile('golden.txt'), 'utf8'))
  const kept = inputsOf(readFileSync(corpusFile('found.txt'), 'utf8'))
  const begun = performance.now()
  const found = [...kept]
  let failed = 0
  for (const run of runs) {
    console.log(`seed ${run.seed} · ${run.packets} packets · limits ${run.limits}`)
    const fuzzer = new Fuzzer({ ...run, corpus: [...golden, ...kept] })
    if (!isEveryPacketFine(fuzzer, run)) failed += 1
    found.push(...fuzzer.found)
  }
  if (keeps) {
    const lines = essence(golden, found).map(lineOf)
    writeFileSync(corpusFile('found.txt'), `# Written by npm run fuzz -- --keep\n${lines.join('\n')}\n`)
    console.log(`${lines.length} packets are kept in the corpus`)
  }
  const packets = runs.reduce((sum, run) => sum + run.packets, 0)
  console.log(
    `${packets} packets in ${((performance.now() - begun) / 1_000).toFixed(1)} s; a run passes or fails as a whole`,
  )
  console.log(`${runs.length - failed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}

/** A run that fails again and again is given up. */
function isEveryPacketFine(fuzzer: Fuzzer, run: Run): boolean {
  const { packets } = run
  const sizes: number[] = []
  let failed = 0
  for (let packet = 1; packet <= packets; packet++) {
    const failure = fuzzer.step()
    if (failure) {
      failed += 1
      for (const line of sayFailure(failure, run)) console.log(line)
      if (failed === failuresMax) return false
    }
    if (packet % Math.ceil(packets / looks) > 0 && packet < packets) continue
    sizes.push(memory())
    const { triples, answers, poolSize } = fuzzer
    console.log(
      `${packet} packets · ${triples} triples · ${answers} answers · pool ${poolSize} · ${said(sizes.at(-1)!)}`,
    )
  }
  const growth = sizes.at(-1)! - (sizes[warmLook - 1] ?? sizes.at(-1)!)
  if (growth <= growthMax) return failed === 0
  console.log(`memory grew by ${said(growth)} after it was warm; ${said(growthMax)} are allowed`)
  return false
}

/** What is in use, garbage left out, in bytes. */
function memory(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function said(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`
}
