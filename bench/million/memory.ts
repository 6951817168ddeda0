import { setTimeout } from 'node:timers/promises'

/** Memory of a process, or a user's share of it, in bytes. */
export interface Memory {
  /** What is in RAM while the process goes about its work, garbage included. */
  readonly living: number
  /** What of that the runtime keeps when it is short of memory. */
  readonly resident: number
  /** What is in use: objects, and the contents of buffers outside. */
  readonly used: number
}

/** How much memory is in use after everything that nobody needs was thrown away. */
export async function memoryNow(): Promise<Memory> {
  const { gc } = globalThis
  if (!gc) throw new Error('start Node.js with --expose-gc')
  const living = process.memoryUsage.rss()
  for (let round = 0; round < 2; round++) {
    // As before a process gives up: pages that are half empty are joined, and what is not needed goes back to the system.
    gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    // Buffers outside the heap are freed later.
    await setTimeout(50)
  }
  const { rss, heapUsed, external } = process.memoryUsage()
  return { living, resident: rss, used: heapUsed + external }
}

/** What each of so many users has added. */
export const perUser = (full: Memory, empty: Memory, users: number): Memory => ({
  living: (full.living - empty.living) / users,
  resident: (full.resident - empty.resident) / users,
  used: (full.used - empty.used) / users,
})
