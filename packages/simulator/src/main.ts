// The command `npm run sim`: one town, or many on several threads.
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { countsOf, nothingYet, type Runner, replayCommand, runSeeds, type Setting, type Verdict } from './many-seeds.ts'
import { help, Misunderstanding, type Typed, understand, type Wanted } from './options.ts'
import { runTown } from './run-town.ts'
import { sayComplaints, sayCounts, sayReport } from './say-report.ts'
import { Chronicle } from './witnesses/chronicle.ts'

const progressEverySeconds = 20

if (isMainThread) await main()
else runWhatComes()

async function main(): Promise<void> {
  try {
    const wanted = understand(typed(), availableParallelism())
    if (wanted.what === 'one') runOne(wanted)
    else if (wanted.what === 'many') await runMany(wanted)
    else console.log(help)
  } catch (error) {
    const isTypo =
      error instanceof Misunderstanding || (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS')
    if (!isTypo) throw error
    console.error(`sim: ${(error as Error).message} See npm run sim -- --help`)
    process.exitCode = 2
  }
}

function typed(): Typed {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      seed: text,
      seeds: text,
      from: text,
      clients: text,
      minutes: text,
      weather: text,
      peers: text,
      browsers: text,
      follow: text,
      threads: text,
      help: { type: 'boolean' },
    },
  })
  return values
}

function runOne({ seed, setting, follow }: Extract<Wanted, { what: 'one' }>): void {
  console.log(`seed ${seed} · ${saySetting(setting)}`)
  const begun = performance.now()
  const witnesses = follow.length > 0 ? [new Chronicle(follow, (line) => console.log(line))] : []
  const report = runTown({ seed, ...setting, witnesses })
  for (const line of sayReport(report, performance.now() - begun)) console.log(line)
  if (report.complaints.length > 0) process.exitCode = 1
}

async function runMany({ seeds, setting, threads }: Extract<Wanted, { what: 'many' }>): Promise<void> {
  console.log(`seeds ${seeds[0]} to ${seeds.at(-1)} · ${saySetting(setting)}`)
  const begun = performance.now()
  const workers = Array.from({ length: Math.min(threads, seeds.length) }, () => startWorker(setting))
  const seconds = (): number => (performance.now() - begun) / 1_000
  let done = 0
  let saidAt = 0
  const { failures, counts } = await runSeeds(seeds, workers, ({ seed, complaints }) => {
    done += 1
    if (complaints.length > 0) {
      console.log(`seed ${seed} failed: ${replayCommand(seed, setting)}`)
      for (const line of sayComplaints({ complaints })) console.log(line)
    }
    if (seconds() < saidAt + progressEverySeconds) return
    saidAt = seconds()
    console.log(`${done} of ${seeds.length} towns after ${saidAt.toFixed(0)} s`)
  })
  for (const worker of workers) worker.stop()
  console.log(sayCounts(counts))
  console.log(`${seconds().toFixed(1)} s on ${workers.length} threads`)
  console.log(`${seeds.length - failures.length} passed, ${failures.length} failed`)
  if (failures.length > 0) process.exitCode = 1
}

function saySetting({ clients, minutes, weather, peers = 0, browsers = 0 }: Setting): string {
  const direct = peers > 0 ? ` · ${peers} % connect directly` : ''
  const web = browsers > 0 ? ` · ${browsers} % in browsers` : ''
  return `${clients} clients · ${minutes} minutes of ${weather} weather${direct}${web}`
}

function startWorker(setting: Setting): Runner & { stop(): void } {
  const worker = new Worker(new URL(import.meta.url), { workerData: setting })
  return {
    run: (seed) =>
      new Promise((resolve, reject) => {
        worker.removeAllListeners()
        worker.once('message', resolve)
        worker.once('error', reject)
        worker.postMessage(seed)
      }),
    stop: () => void worker.terminate(),
  }
}

/** What a thread does: seeds come in, verdicts go out. A town that breaks down is a broken promise too. */
function runWhatComes(): void {
  parentPort!.on('message', (seed: number) => parentPort!.postMessage(verdictOn(seed, workerData as Setting)))
}

function verdictOn(seed: number, setting: Setting): Verdict {
  try {
    const report = runTown({ seed, ...setting })
    return { seed, complaints: report.complaints, counts: countsOf(report) }
  } catch (error) {
    const sentence = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { seed, complaints: [{ witness: 'town', at: 0, sentence }], counts: nothingYet }
  }
}
