import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The kernel counts in hundredths of a second wherever Node.js runs on Linux (`getconf CLK_TCK`). */
const ticksPerSecond = 100

/** How `cpuSeconds` finds out, for the report. */
export const cpuSource = process.platform === 'linux' ? 'utime + stime of /proc/PID/stat' : 'ps -o time'

/**
 * The processor time that a process has used so far, in user mode and in the kernel, all its threads together, in seconds.
 * Steps of a hundredth of a second.
 */
export function cpuSeconds(pid: number): number {
  if (process.platform !== 'linux')
    return fromPs(execFileSync('ps', ['-o', 'time=', '-p', String(pid)], { encoding: 'utf8' }))
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The program's name is in parentheses and may contain blanks; utime and stime are fields 14 and 15 of the whole.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** `[[days-]hours:]minutes:seconds[.fraction]` */
const fromPs = (text: string): number =>
  text
    .trim()
    .split(/[-:]/)
    .reduce(
      (total, part, index, { length }) => total * (length - index === 3 && length === 4 ? 24 : 60) + Number(part),
      0,
    )
