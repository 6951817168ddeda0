import { readFileSync } from 'node:fs'

/** So many files a process has open beside its sockets. */
const spare = 100
/** Where the system does not say how many it allows. */
const modest = 4_000

/** How many sockets one process may open. Node.js raises the soft limit to the hard one by itself. */
export function socketsMax(): number {
  if (process.platform !== 'linux') return modest
  const [, hard = ''] = /^Max open files\s+\S+\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? []
  return hard === 'unlimited' ? Number.MAX_SAFE_INTEGER : Math.max(1, Number(hard) - spare)
}
