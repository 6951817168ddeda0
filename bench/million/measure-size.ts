import { setImmediate } from 'node:timers/promises'
import { Crowd, type CrowdSize } from './crowd.ts'
import { type Memory, memoryNow, perUser } from './memory.ts'
import { Meter } from './meter.ts'

/** What so many users cost. Times in microseconds of the processor, unless they say otherwise. */
export interface SizeFigures extends CrowdSize {
  /** Bytes of one user who keeps alive, and of one who has written and read messages since. */
  readonly idle: Memory
  readonly busy: Memory
  readonly signOn: Cost
  readonly keepAlive: Cost
  readonly message: Cost
}

/** What one of something costs. */
export interface Cost {
  readonly count: number
  readonly cpu: number
  /** The longest call of the node meanwhile, in milliseconds of the clock on the wall. */
  readonly longestMs: number
}

/** Sign-ons come no faster than the node lets strangers speak: 20,000 a second. */
const signOnMs = 0.1
const keepAliveMs = 120_000
const messageEveryMs = 10_000
/** Until everything that the node means to do later is done. */
const quietMs = 20_000

/** Lets a crowd of one size live and measures what it costs. Must run under `--expose-gc`. */
export async function measureSize(
  size: CrowdSize,
  messages: number,
  say: (what: string) => void,
): Promise<SizeFigures> {
  const { users } = size
  const crowd = new Crowd(size)
  const empty = await memoryNow()
  const phase = async (name: string, count: number, ...parts: ((meter: Meter) => Iterable<void>)[]): Promise<Cost> => {
    say(name)
    const meter = new Meter()
    for (const part of parts) await run(part(meter))
    return { count, cpu: meter.cpu / count, longestMs: meter.longest }
  }
  const quiet = (meter: Meter) => crowd.pass(quietMs, meter)
  const keepAlive = (meter: Meter) => crowd.keepAlive(keepAliveMs, meter)
  const write = (meter: Meter) => crowd.write(messages, messageEveryMs, meter)

  const signOn = await phase('signing on', users, (meter) => crowd.signOn(users * signOnMs, meter), quiet)
  await phase('keeping alive', users, keepAlive)
  const keptAlive = await phase('keeping alive again', users, keepAlive)
  expectEqual('users', crowd.node.size, users)
  const idle = perUser(await memoryNow(), empty, users)
  await phase('writing', messages, write, quiet)
  crowd.arrived = 0
  const message = await phase('writing again', messages, write, quiet)
  expectEqual('messages', crowd.arrived, messages)
  const busy = perUser(await memoryNow(), empty, users)
  for (const trouble of ['bugs', 'faults', 'messagesStored', 'packetsDropped', 'strangersDropped'] as const)
    expectEqual(trouble, crowd.node.counters[trouble], 0)
  return { ...size, idle, busy, signOn, keepAlive: keptAlive, message }
}

/** The garbage collector reports only when nothing else runs. */
async function run(steps: Iterable<void>): Promise<void> {
  let count = 0
  for (const _ of steps) if (++count % 1_000 === 0) await setImmediate()
}

function expectEqual(what: string, is: number, wanted: number): void {
  if (is !== wanted) throw new Error(`${what}: ${is} instead of ${wanted}`)
}
