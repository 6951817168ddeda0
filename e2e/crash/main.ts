// The proof that takes minutes: `node e2e/crash/main.ts --rounds 200 --seed 1`.
import { parseArgs } from 'node:util'
import { proveCrashes } from './prove.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' }, seed: { type: 'string' } } })
const rounds = Number(values.rounds)
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
console.log(`seed ${seed}: what people do and when the process is killed; the machine's own timing cannot be replayed`)

const every = Math.max(1, Math.floor(rounds / 20))
const say = (line: string): void => {
  const isProgress = /^round (\d+) of/.exec(line)
  if (!isProgress || Number(isProgress[1]) % every === 0) console.log(line)
}
const { passed, failed, repeats, acknowledged } = await proveCrashes({ rounds, seed, say })
console.log(
  `${acknowledged} messages were acknowledged; ${repeats} were shown again where process or link had died before it could know`,
)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
