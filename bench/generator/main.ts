// The load, in a process of its own: signs a crowd on, lets it write for a while, and prints what came of it as one line of JSON.
import { parseArgs } from 'node:util'
import { cpuSeconds } from '../cpu-time.ts'
import { Crowd } from './crowd.ts'
import type { LoadFigures } from './load-figures.ts'
import { writeAtRate } from './write-at-rate.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    /** The process whose processor time is measured. */
    pid: { type: 'string' },
    users: { type: 'string' },
    first: { type: 'string' },
    warmup: { type: 'string' },
    seconds: { type: 'string' },
    slowness: { type: 'string', default: '0' },
    /** Messages a second; without it everybody writes again as soon as their last message is over. */
    rate: { type: 'string', default: '0' },
  },
})
const [port, pid, users, first, slownessMs, rate] = [
  values.port,
  values.pid,
  values.users,
  values.first,
  values.slowness,
  values.rate,
].map(Number) as [number, number, number, number, number, number]
const [warmupMs, measuredMs] = [values.warmup, values.seconds].map((text) => Number(text) * 1000) as [number, number]

let isOver = false
const writeAgain = (sender: number): void => {
  if (rate === 0 && !isOver && crowd.isFree(sender)) crowd.write(sender, performance.now())
}
const pace = rate > 0 ? writeAtRate(rate, users) : undefined
const crowd = new Crowd({
  port,
  users,
  first,
  slownessMs,
  onShown: pace ? pace.shown : writeAgain,
  onAcknowledged: pace ? pace.acknowledged : writeAgain,
})
await crowd.signOn()
const tick = setInterval(() => crowd.acknowledgeLate(performance.now()), 1)
const patience = setInterval(() => crowd.resend(performance.now()), 1_000)

if (pace) pace.start(crowd)
else await startOneByOne()
await passed(warmupMs)
const begun = { at: performance.now(), shown: crowd.shown, cpu: cpuSeconds(pid), own: process.cpuUsage() }
pace?.measure()
await passed(measuredMs)
const ended = { at: performance.now(), shown: crowd.shown, cpu: cpuSeconds(pid), own: process.cpuUsage(begun.own) }
isOver = true
const figures: LoadFigures = {
  seconds: (ended.at - begun.at) / 1000,
  delivered: ended.shown - begun.shown,
  cpuSeconds: ended.cpu - begun.cpu,
  generatorCpuSeconds: (ended.own.user + ended.own.system) / 1e6,
  deliveredInAll: crowd.shown,
  repeated: crowd.repeated,
  resent: crowd.resent,
  complaints: crowd.complaints,
  latency: pace?.latency(),
}
pace?.stop()
clearInterval(tick)
clearInterval(patience)
console.log(JSON.stringify(figures))
crowd.close()

/** All at once would be one burst that no socket's buffer holds. */
async function startOneByOne(): Promise<void> {
  for (let sender = 0; sender < users; sender++) {
    writeAgain(sender)
    if (sender % 16 === 15) await passed(1)
  }
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
