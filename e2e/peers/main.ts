// The proof that takes a while: `node e2e/peers/main.ts --mebibytes 1024`.
import { parseArgs } from 'node:util'
import { proveTransfer } from './prove-transfer.ts'

const { values } = parseArgs({ options: { mebibytes: { type: 'string', default: '1024' } } })
const mebibytes = Number(values.mebibytes)
console.log(`one file of ${mebibytes} MiB between two processes`)
const { checks, seconds, grownMiB } = await proveTransfer(mebibytes)
console.log(
  `${seconds.toFixed(1)} s, ${(mebibytes / seconds).toFixed(0)} MiB/s; memory grew by at most ` +
    `${grownMiB.sender.toFixed(1)} MiB (sender) and ${grownMiB.receiver.toFixed(1)} MiB (receiver)`,
)
for (const { what, isTrue } of checks) console.log(`${isTrue ? '✓' : '✗'} ${what}`)
const failed = checks.filter(({ isTrue }) => !isTrue).length
console.log(`\n${checks.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
