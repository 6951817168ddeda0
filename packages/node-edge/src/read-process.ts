import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What the system says about a process at one moment. */
export interface ProcessReading {
  /** Processor time so far, in user mode and in the kernel, all its threads together, in steps of a hundredth of a second. */
  readonly cpuSeconds: number
  /** Memory in RAM. */
  readonly residentMiB: number
}

/** How processor time is found out, for the report. */
export const cpuSource = process.platform === 'linux' ? 'utime + stime of /proc/PID/stat' : 'ps -o time'

/** Reads what a process has used. Throws when there is no such process. */
export function readProcess(pid: number): ProcessReading {
  if (process.platform !== 'linux') return fromPs(pid)
  return {
    cpuSeconds: cpuSecondsIn(readFileSync(`/proc/${pid}/stat`, 'utf8')),
    residentMiB: Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
  }
}

/** The kernel counts in hundredths of a second wherever Node.js runs on Linux (`getconf CLK_TCK`). */
const ticksPerSecond = 100

/** The processor time in a line of `/proc/PID/stat`: its fields 14 and 15. */
export function cpuSecondsIn(stat: string): number {
  // The program's name is in parentheses and may contain blanks and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

function fromPs(pid: number): ProcessReading {
  const [time = '', kib] = execFileSync('ps', ['-o', 'time=,rss=', '-p', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
  return { cpuSeconds: secondsIn(time), residentMiB: Number(kib) / 1024 }
}

/** `[[days-]hours:]minutes:seconds[.fraction]` as seconds. */
export const secondsIn = (time: string): number =>
  time.split(/[-:]/).reduce((total, part, index, { length }) => {
    const hoursInADay = length - index === 3 && length === 4
    return total * (hoursInADay ? 24 : 60) + Number(part)
  }, 0)
