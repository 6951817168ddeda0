import { arch, availableParallelism, cpus, loadavg, release, totalmem } from 'node:os'

/** Where figures were measured, without which they mean nothing. */
export interface Machine {
  /** ISO 8601. */
  readonly date: string
  readonly node: string
  readonly system: string
  readonly processor: string
  readonly cores: number
  readonly memoryGiB: number
  /** How many programs wanted a core in the minute before: what disturbs the figures. */
  readonly busyBefore: number
}

export const describeMachine = (): Machine => ({
  date: new Date().toISOString(),
  node: process.version,
  system: `${process.platform} ${release()} ${arch()}`,
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGiB: totalmem() / 2 ** 30,
  busyBefore: loadavg()[0] ?? 0,
})

/** Two lines for people, as they belong above every table of figures. */
export const sayMachine = (machine: Machine): string =>
  `${machine.date}  Node.js ${machine.node}  ${machine.system}
${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB.toFixed(1)} GiB; load average before the run ${machine.busyBefore.toFixed(2)}`
