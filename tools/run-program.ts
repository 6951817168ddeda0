import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** The repository's root. */
const root = join(import.meta.dirname, '..')

/** How a program ended. */
export interface Ended {
  readonly ok: boolean
  /** What it wrote to both of its outputs, in the order of arrival. */
  readonly output: string
  readonly seconds: number
}

/**
 * Runs a program of this repository from its root; `node` is the Node.js of this process, other names are looked up among the
 * installed tools first. With `show`, everything is passed on to our own output as it comes. A program that cannot be
 * started has not ended well, and the reason is its output.
 */
export function runProgram(command: string, options: readonly string[], { show = false } = {}): Promise<Ended> {
  const begun = performance.now()
  const isNode = command === 'node'
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
  const child = spawn(isNode ? process.execPath : command, options, {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
    // COMPAT npm on Windows: the installed tools are command scripts, which only a shell starts.
    shell: !isNode && process.platform === 'win32',
  })
  let output = ''
  const collect = (chunk: string, out: NodeJS.WriteStream): void => {
    output += chunk
    if (show) out.write(chunk)
  }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => collect(chunk, process.stdout))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => collect(chunk, process.stderr))
  return new Promise((resolve) => {
    const end = (ok: boolean): void => resolve({ ok, output, seconds: (performance.now() - begun) / 1000 })
    child.on('error', (error) => {
      collect(`${error.message}\n`, process.stderr)
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}
