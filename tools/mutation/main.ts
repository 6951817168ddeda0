// Mutation testing of the two rooms on which everything else rests: `npm run mutate`, or `npm run mutate -- link` for one of them,
// or `npm run mutate -- wire kit/text.ts` for one file of it. What that means and what survives is told in docs/mutation.md. Ends
// with `N passed, N failed`: one for each room.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { sayTally } from '../tally.ts'

/** The least share of mutants that the tests must notice, in percent. */
const scoreMin = 90
const rooms = ['wire', 'link'] as const

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { incremental: { type: 'boolean', default: false }, concurrency: { type: 'string', default: '2' } },
})
const [only, ...files] = positionals
const chosen = rooms.filter((room) => only === undefined || room === only)
if (chosen.length === 0) {
  console.error(`There is no room called ${only} to be mutated: say ${rooms.join(' or ')}, or nothing for both.`)
  process.exit(2)
}

process.chdir(join(import.meta.dirname, '..', '..'))
const summary: string[] = []
let failed = 0
for (const room of chosen) {
  // Read by vitest.config.ts in the processes that run the tests.
  process.env.MUTATED_ROOM = room
  const begun = performance.now()
  const mutants = await new Stryker(optionsFor(room)).runMutationTest()
  const minutes = ((performance.now() - begun) / 60_000).toFixed(1)

  const count = (...statuses: string[]): number => mutants.filter(({ status }) => statuses.includes(status)).length
  const noticed = count('Killed', 'Timeout')
  const valid = noticed + count('Survived', 'NoCoverage')
  const score = (100 * noticed) / valid
  if (!(score >= scoreMin)) failed += 1
  const mark = score >= scoreMin ? '✓' : '✗'
  const left = `${valid - noticed} survive, ${count('Ignored')} texts for people left out`
  summary.push(
    `${mark} ${room}  ${score.toFixed(1)} % (${noticed} of ${valid} mutants noticed, ${left}) in ${minutes} minutes`,
  )
}
console.log(summary.join('\n'))
console.log(sayTally({ passed: chosen.length - failed, failed }))
process.exitCode = failed > 0 ? 1 : 0

function optionsFor(room: string): ConstructorParameters<typeof Stryker>[0] {
  const sources = `packages/${room}/src`
  return {
    mutate: [
      ...(files.length === 0 ? [`${sources}/**/*.ts`] : files.map((file) => `${sources}/${file}`)),
      `!${sources}/**/*.{test,types}.ts`,
      `!${sources}/testing/**`,
    ],
    plugins: [import.meta.resolve('@stryker-mutator/vitest-runner'), import.meta.resolve('./words.ts')],
    ignorers: ['words'],
    testRunner: 'vitest',
    coverageAnalysis: 'perTest',
    vitest: { configFile: 'tools/mutation/vitest.config.ts' },
    // Only what these tests need is copied to where it is changed.
    ignorePatterns: [
      '**',
      '!packages/{language,wire,link}/**',
      '!interop/golden/**',
      '!tools/mutation/**',
      '!package.json',
    ],
    // Endless loops are noticed by counting.
    timeoutMS: 20_000,
    tempDirName: '.stryker-tmp',
    concurrency: Number(values.concurrency),
    incremental: values.incremental,
    incrementalFile: `reports/mutation/${room}.incremental.json`,
    reporters: ['clear-text', 'html', 'json', 'progress'],
    clearTextReporter: { allowColor: false, reportTests: false, skipFull: true },
    htmlReporter: { fileName: `reports/mutation/${room}.html` },
    jsonReporter: { fileName: `reports/mutation/${room}.json` },
    allowConsoleColors: false,
  }
}
