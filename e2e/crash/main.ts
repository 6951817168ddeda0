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
const { passed, failed, repeats, acknowledged, resent, repeatsOfSenders } = await proveCrashes({ rounds, seed, say })
console.log(`\
${acknowledged} messages were acknowledged; clients sent ${resent} commands again
${repeats} messages were shown again: ${repeatsOfSenders} because the process had died before it could acknowledge them to their senders, the others because
process or link had died before it could know for ever that they had been read`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
