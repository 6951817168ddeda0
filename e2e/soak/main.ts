// Ten minutes in `npm run proof`, and hours by hand: `node e2e/soak/main.ts --minutes 120`.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { soak } from './soak.ts'
import { verdict } from './verdict.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    users: { type: 'string', default: '1000' },
    rate: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
})
const options = {
  minutes: Number(values.minutes),
  users: Number(values.users),
  rate: Number(values.rate),
  seed: Number(values.seed),
  absenceMs: Math.min(300_000, Number(values.minutes) * 7_500),
}
console.log(
  `${options.users} users, ${options.rate} messages a second, ${options.minutes} minutes, seed ${options.seed}`,
)
const soaked = await soak({ ...options, say: (line) => console.log(line) })
const { checks, figures } = verdict(soaked)

const { counts, cpu, repeats } = soaked
const { delayMs, rssSlope } = figures
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
console.log(`
${counts.signOns} sign-ons; ${counts.resent} commands sent again by clients, ${counts.repeated} packets by the server
${repeats} messages shown again in a later visit, because the earlier one had ended before the server knew that they had been read
late by ${delayMs.p50} ms (p50), ${delayMs.p99} ms (p99 of the worst minute), ${delayMs.max} ms (most; collections of garbage for the samples included)
all memory of the process grew by ${rssSlope.toFixed(1)} MiB/h; processor: server ${percent(cpu.server)} of a core, clients ${percent(cpu.clients)}
`)
for (const complaint of soaked.complaints.slice(0, 10)) console.log(complaint)
for (const { what, isTrue } of checks) console.log(`${isTrue ? '✓' : '✗'} ${what}`)
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ options, figures, ...soaked }, null, 1)}\n`)

const failed = checks.filter(({ isTrue }) => !isTrue).length
console.log(`\n${checks.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
