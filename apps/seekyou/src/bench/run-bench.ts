// A run from top to bottom: the crews, the phases, the report.
import { writeFileSync } from 'node:fs'
import { cpuSource, describeMachine, type ProcessReading, readProcess, sayMachine } from '@seekyou/node-edge'
import { Complaint, misuse } from '../complaint.ts'
import { showProgress } from '../terminal/progress.ts'
import { type BenchOptions, checkOptions, crewOptions, type Server } from './bench-options.ts'
import { Crews } from './crews.ts'
import { drawReports } from './plot/draw-reports.ts'
import { readReports } from './read-reports.ts'
import type { PhaseReport, ReportFile } from './report.ts'
import { runPhase } from './run-phase.ts'
import { sayReport } from './say-report.ts'

/** `seekyou bench`: loads a server and says how it bore that. Ctrl+C ends the phase, and what was measured is told. */
export async function runBench(options: BenchOptions): Promise<void> {
  const [file, ...files] = options.from ?? []
  if (file !== undefined) tell(readReports([file, ...files]), options)
  else if (options.server === undefined) throw misuse('Which server? Name it with --server HOST:PORT.')
  else tell(await measure(options, options.server), options)
}

async function measure(options: BenchOptions, server: Server): Promise<ReportFile> {
  checkOptions(options)
  const { pid, users, seconds, warmup, name = `${server.host}:${server.port}` } = options
  const machine = describeMachine()
  const orders = await crewOptions(options, server)
  const progress = showProgress()
  const interrupted = new AbortController()
  const { signal } = interrupted
  const interrupt = (): void => interrupted.abort()
  process.once('SIGINT', interrupt)
  progress.show(`${users} sockets`)
  const crews = await Crews.open(orders)
  try {
    const read = () => (pid === undefined ? undefined : readServer(pid))
    const first = read()
    const played: PhaseReport[] = []
    for (const phase of options.phases) {
      if (signal.aborted) break
      progress.show(phase)
      const { report, wrongPasswords } = await runPhase(crews, phase, { seconds, warmup, read, first, signal })
      if (report.users === 0) throw nobody(report, wrongPasswords, options, server)
      played.push(report)
    }
    const memory = first && { residentMiBBefore: first.residentMiB }
    return { machine, reports: [{ name, users, processes: orders.length, ...memory, phases: played }] }
  } finally {
    progress.done()
    process.off('SIGINT', interrupt)
    crews.close()
  }
}

function readServer(pid: number): ProcessReading {
  try {
    return readProcess(pid)
  } catch {
    throw new Complaint(`The server's process ${pid} has ended while it was measured.`)
  }
}

/** What stands on the screen is safe, whatever becomes of the files. */
function tell(file: ReportFile, { json, svg }: BenchOptions): void {
  const text = `${JSON.stringify(file, undefined, 2)}\n`
  if (json === '-') process.stdout.write(text)
  else
    console.log(
      `${sayMachine(file.machine)}\nprocessor time: ${cpuSource}\n\n${file.reports.map(sayReport).join('\n\n')}`,
    )
  if (json !== undefined && json !== '-') write(json, text)
  if (svg !== undefined) write(svg, drawReports(file))
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new Complaint(`${file} cannot be written (${error instanceof Error ? error.message : error}).`)
  }
}

/** Why nobody is on line. */
function nobody(
  { counts: { datagramsIn, socketErrors, refused } }: PhaseReport,
  wrongPasswords: number,
  { first, users, patience }: BenchOptions,
  { host, port }: Server,
): Complaint {
  const where = `${host}:${port}`
  if (datagramsIn === 0 && socketErrors > 0)
    return new Complaint(`Nobody listens on UDP ${where}: start the server, or write another --server.`)
  if (datagramsIn === 0)
    return new Complaint(
      `Nothing answers on UDP ${where}: is a version 2 server running there, and does no firewall stand between?`,
    )
  if (wrongPasswords > 0)
    return new Complaint(
      `The server lets none of the users ${first} to ${first + users - 1} on with this --password: make the accounts as seekyou bench --help says.`,
    )
  return new Complaint(`Nobody was signed on within ${patience} s; the server said no ${refused} times.`)
}
