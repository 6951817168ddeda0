// Where the server's time goes: runs it under V8's sampling profiler and adds up the samples by function.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type LoadReport, phaseOf } from './load-report.ts'
import { type Load, startLoad } from './put-under-load.ts'
import { startSeekyou } from './subjects.ts'

/** Time spent in one function itself, without what it called, as a share of the thread's busy time. */
export interface Spot {
  readonly share: number
  readonly name: string
  /** A path within the repository with its line, or what else the profiler calls it. */
  readonly where: string
}

export interface Profile {
  readonly report: LoadReport
  readonly threads: readonly ThreadProfile[]
}

interface ThreadProfile {
  readonly name: string
  /** Share of the measured time in which the thread did something. */
  readonly busy: number
  /** The dearest functions first. */
  readonly spots: readonly Spot[]
  /** The same time by package, or by what else it was spent on. */
  readonly rooms: readonly Omit<Spot, 'where'>[]
}

/** The parts of a `.cpuprofile` that matter here. Times in microseconds. */
interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  }[]
  readonly startTime: number
  readonly endTime: number
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const root = fileURLToPath(new URL('..', import.meta.url))
const intervalUs = 200

/** Puts the real server under load with the profiler running. The profiler itself costs some speed. */
export async function profileServer(data: string, load: Omit<Load, 'name' | 'phases'>): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'seekyou-profile-'))
  try {
    const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-interval=${intervalUs}`]
    const server = await startSeekyou(data, flags)
    // The profiler writes its files when the server ends.
    const profiled = { ...load, name: 'seekyou under the profiler', phases: ['login', 'message'] }
    const { report } = await startLoad(server, profiled).ended.finally(server.stop)
    const { seconds } = phaseOf(report, 'message')
    const threads: ThreadProfile[] = []
    for (const file of (await readdir(folder)).sort()) {
      const profile = JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile
      threads.push(summarise(threads.length === 0 ? 'main thread' : `thread ${threads.length}`, profile, seconds))
    }
    return { report, threads }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Adds up the last seconds before the end: starting up and signing a thousand people on are not what is asked. */
function summarise(
  name: string,
  { nodes, samples, timeDeltas, startTime, endTime }: CpuProfile,
  seconds: number,
): ThreadProfile {
  const from = endTime - seconds * 1e6
  const timeOf = new Map<number, number>()
  let at = startTime
  let total = 0
  for (const [index, id] of samples.entries()) {
    at += timeDeltas[index]!
    // A sample stands for the time until the next one.
    const time = timeDeltas[index + 1] ?? 0
    if (at < from) continue
    total += time
    timeOf.set(id, (timeOf.get(id) ?? 0) + time)
  }
  const bySpot = new Map<string, { name: string; where: string; time: number }>()
  let busyTime = 0
  for (const { id, callFrame } of nodes) {
    const time = timeOf.get(id)
    if (time === undefined || callFrame.functionName === '(idle)') continue
    busyTime += time
    const where = callFrame.url === '' ? '' : `${placeOf(callFrame.url)}:${callFrame.lineNumber + 1}`
    const key = `${callFrame.functionName} ${where}`
    const spot = bySpot.get(key) ?? { name: callFrame.functionName || '(anonymous)', where, time: 0 }
    spot.time += time
    bySpot.set(key, spot)
  }
  const byRoom = new Map<string, number>()
  for (const { name, where, time } of bySpot.values()) {
    const room = where === '' ? (name.startsWith('(') ? name : 'native code') : roomOf(where)
    byRoom.set(room, (byRoom.get(room) ?? 0) + time)
  }
  const shares = <Entry extends { share: number }>(entries: Iterable<Entry>): Entry[] =>
    [...entries].sort((a, b) => b.share - a.share)
  return {
    name,
    busy: busyTime / total,
    spots: shares([...bySpot.values()].map(({ name, where, time }) => ({ share: time / busyTime, name, where }))),
    rooms: shares([...byRoom].map(([name, time]) => ({ share: time / busyTime, name }))),
  }
}

const placeOf = (url: string): string => (url.startsWith('file:') ? relative(root, fileURLToPath(url)) : url)

const roomOf = (where: string): string =>
  where.startsWith('node:')
    ? 'Node.js'
    : (/^(packages|apps)\/[^/]+|^node_modules\/(@[^/]+\/)?[^/]+/.exec(where)?.[0] ?? where)
