import { arch, availableParallelism, cpus, loadavg, release, totalmem } from 'node:os'

/** Where figures were measured, without which they mean nothing. */
export interface MachineSize {
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

export const describeMachine = (): MachineSize => ({
  date: new Date().toISOString(),
  node: process.version,
  system: `${process.platform} ${release()} ${arch()}`,
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGiB: totalmem() / 2 ** 30,
  busyBefore: loadavg()[0] ?? 0,
})
