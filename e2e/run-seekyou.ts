import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const program = join(root, 'apps', 'seekyou', 'bin', 'seekyou.js')

export interface RunOptions {
  /** What the program reads from standard input. */
  readonly input?: string
  /** Variables in addition to those of this process, of which SEEKYOU_… ones are taken away. */
  readonly env?: Readonly<Record<string, string>>
  /** Options of Node.js itself. */
  readonly node?: readonly string[]
}

/** How a program ended. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Servers of tests run at the same time: none listens for browsers unless a flag says where. */
const noBrowsers = { SEEKYOU_HTTP: 'off', SEEKYOU_ADMIN_HTTP: 'off' }

/** Starts the one command with these arguments. */
export function spawnSeekyou(
  args: readonly string[],
  { env, node = [] }: RunOptions = {},
): ChildProcessWithoutNullStreams {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('SEEKYOU_') && name !== 'NODE_OPTIONS')
  return spawn(process.execPath, [...node, program, ...args], {
    cwd: root,
    env: { ...Object.fromEntries(own), ...noBrowsers, ...env },
  })
}

/** Runs the one command to its end. */
export function runSeekyou(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = spawnSeekyou(args, options)
  const ended = endOf(child)
  child.stdin.end(options.input ?? '')
  return ended
}

/** What a program has written, when it has ended. */
export function endOf(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }))
  })
}
