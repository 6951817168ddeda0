import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface FloodOptions {
  readonly port: number
  /** Bad sign-ons a second. */
  readonly rate: number
  /** The numbers of the accounts that half of them try: the first, and how many. */
  readonly first: number
  readonly count: number
}

/** What a flood really was. */
export interface FloodFigures {
  readonly sent: number
  readonly seconds: number
}

const program = fileURLToPath(new URL('../flood/main.ts', import.meta.url))

/** Starts a flood of wrong passwords from another process, and resolves when it has begun. */
export function startFlood(options: FloodOptions): Promise<{ stop(): Promise<FloodFigures> }> {
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  let output = ''
  const ended = new Promise<void>((resolve) => child.once('close', resolve))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    void ended.then(() => reject(new Error('the flood ended before it began')))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (!output.startsWith('flooding\n')) return
      const stop = async (): Promise<FloodFigures> => {
        child.stdin.end()
        await ended
        return JSON.parse(output.slice('flooding\n'.length)) as FloodFigures
      }
      resolve({ stop })
    })
  })
}
