// The proofs that take minutes: `npm run proof`. Each shows its own progress and ends with `N passed, N failed`; so does the whole.
import { runProgram } from './run-program.ts'
import { sayTally, sum, type Tally, tallyOf } from './tally.ts'

const proofs = [
  { name: 'the town in the storm', program: 'packages/simulator/src/main.ts', options: ['--seeds', '300'] },
  {
    name: 'damaged packets',
    program: 'packages/simulator/src/fuzz/main.ts',
    options: ['--packets', '2000000', '--seed', '1'],
  },
  { name: 'killed again and again', program: 'e2e/crash/main.ts', options: ['--rounds', '200'] },
]

const tallies: Tally[] = []
for (const { name, program, options } of proofs) {
  const line = ['node', program, ...options].join(' ')
  console.log(`\n— ${name}: ${line}\n`)
  const ended = await runProgram('node', [program, ...options], { show: true })
  const tally = tallyOf(ended)
  tallies.push(tally)
  if (tally.failed > 0) console.log(`\n✗ ${name} failed; run it again alone with: ${line}`)
}
const total = sum(tallies)
console.log(`\n${sayTally(total)}`)
process.exitCode = total.failed > 0 ? 1 : 0
