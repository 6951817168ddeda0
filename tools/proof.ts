// The proofs that take minutes: `npm run proof`. Each shows its own progress and ends with `N passed, N failed`; so does the whole.
import { runProgram } from './run-program.ts'
import { sayTally, sum, type Tally, tallyOf } from './tally.ts'

interface Proof {
  readonly name: string
  readonly program: string
  readonly options: readonly string[]
}

/** Walks through every page in a real browser. */
const longTests: Proof = {
  name: 'the tests that take long',
  program: 'node_modules/vitest/vitest.mjs',
  options: ['run', '--config', 'tools/long-tests.config.ts'],
}

/** Takes all processors. */
const town: Proof = {
  name: 'the town in the storm',
  program: 'packages/simulator/src/main.ts',
  options: ['--seeds', '2000'],
}

/** The same, where most people also connect to each other directly. */
const directTown: Proof = {
  name: 'the town where people connect directly',
  program: 'packages/simulator/src/main.ts',
  options: ['--seeds', '300', '--peers', '70'],
}

/** The same, where most people are in browsers. */
const webTown: Proof = {
  name: 'the town where people are in browsers',
  program: 'packages/simulator/src/main.ts',
  options: ['--seeds', '300', '--browsers', '60', '--peers', '30'],
}

/**
 * Almost nothing but waiting: server and clients together take a few hundredths of a processor. So it runs beside the short proofs,
 * which take one. They cannot change what it judges (memory, handles, messages, links), only how late the server comes to its
 * work, which it tells and does not judge; and to them it is a little noise.
 */
const soak: Proof = { name: 'a long ordinary day', program: 'e2e/soak/main.ts', options: ['--minutes', '10'] }

const short: readonly Proof[] = [
  {
    name: 'damaged packets',
    program: 'packages/simulator/src/fuzz/main.ts',
    options: ['--packets', '2000000', '--seed', '1'],
  },
  { name: 'forged sources', program: 'bench/forged-sources/main.ts', options: [] },
  { name: 'killed again and again', program: 'e2e/crash/main.ts', options: ['--rounds', '100'] },
  { name: 'a large file from one to another', program: 'e2e/peers/main.ts', options: ['--mebibytes', '1024'] },
]

const tallies = [
  await prove(longTests),
  await prove(town),
  await prove(directTown),
  await prove(webTown),
  ...(await Promise.all([prove(soak), proveInTurn(short)])).flat(),
]
const total = sum(tallies)
console.log(`\n${sayTally(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0

async function proveInTurn(proofs: readonly Proof[]): Promise<Tally[]> {
  const tallies: Tally[] = []
  for (const proof of proofs) tallies.push(await prove(proof))
  return tallies
}

async function prove({ name, program, options }: Proof): Promise<Tally> {
  const line = ['node', program, ...options].join(' ')
  console.log(`\n— ${name}: ${line}\n`)
  const tally = tallyOf(await runProgram('node', [program, ...options], { show: true }))
  if (tally.failed > 0) console.log(`\n✗ ${name} failed; run it again alone with: ${line}`)
  return tally
}
