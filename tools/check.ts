// Everything that can be said about the code without running it: `npm run check`.
import { runProgram } from './run-program.ts'
import { sayTally } from './tally.ts'

const checks = [
  { name: 'types', command: 'tsc', options: ['--noEmit', '--pretty', 'false'] },
  { name: 'web types', command: 'tsc', options: ['--noEmit', '--pretty', 'false', '-p', 'apps/web'] },
  { name: 'build types', command: 'tsc', options: ['--noEmit', '--pretty', 'false', '-p', 'apps/web/vite'] },
  { name: 'style', command: 'biome', options: ['check', '--colors=off'] },
  { name: 'dead code', command: 'knip', options: ['--no-progress', '--no-config-hints'] },
  { name: 'architecture', command: 'node', options: ['tools/architecture/main.ts'] },
  { name: 'links', command: 'node', options: ['tools/links/main.ts'] },
] as const

const running = checks.map(({ command, options }) => runProgram(command, options))
const summary: string[] = []
let failed = 0
for (const [index, { name, command, options }] of checks.entries()) {
  const { ok, output, seconds } = (await running[index]) as Awaited<(typeof running)[number]>
  if (!ok) {
    failed += 1
    console.log(`${name} (${[command, ...options].join(' ')}):\n\n${output.trimEnd()}\n`)
  }
  const lastLine = output.trimEnd().split('\n').at(-1)
  summary.push(`${ok ? '✓' : '✗'} ${name.padEnd(12)} ${seconds.toFixed(1)} s  ${ok ? lastLine : 'see above'}`.trimEnd())
}
console.log(summary.join('\n'))
console.log(sayTally({ passed: checks.length - failed, failed }))
process.exitCode = failed > 0 ? 1 : 0
