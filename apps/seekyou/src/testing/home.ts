import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type TestContext } from 'vitest'

const bin = join(import.meta.dirname, '..', '..', 'bin', 'seekyou.js')
/** Sources that one run compiled serve the next: these tests start the command many times. */
const compiled = join(tmpdir(), `seekyou-compiled-${process.pid}`)
process.once('exit', () => rmSync(compiled, { recursive: true, force: true }))

/** Servers of tests run at the same time: none listens for browsers unless a flag says where. */
const noBrowsers = { SEEKYOU_HTTP: 'off', SEEKYOU_ADMIN_HTTP: 'off' }

/** How a run of the command ended. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A run of the command that is under way. */
export interface Running {
  readonly child: ChildProcess
  readonly end: Promise<Ended>
  readonly soFar: { readonly out: string; readonly err: string }
}

/** A place of its own for one test: a folder, and the command with that folder as its data folder. Gone when the test is. */
export function home(onTestFinished: TestContext['onTestFinished']) {
  const folder = mkdtempSync(join(tmpdir(), 'seekyou-'))
  const data = join(folder, 'data')
  const running: Running[] = []

  onTestFinished(async () => {
    for (const { child, end } of running) {
      child.kill('SIGKILL')
      await end
    }
    rmSync(folder, { recursive: true })
  })

  /** Starts the command with an environment of its own. */
  function start(flags: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
    const { PATH = '' } = process.env
    const child = spawn(process.execPath, [bin, ...flags], {
      env: { PATH, SEEKYOU_DATA: data, SEEKYOU_HASH_COST: '8:1', NODE_COMPILE_CACHE: compiled, ...noBrowsers, ...env },
    })
    const soFar = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (soFar.out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (soFar.err += text))
    const end = once(child, 'close').then(([code]): Ended => ({ ...soFar, code: code as number | null }))
    const started = { child, end, soFar }
    running.push(started)
    return started
  }

  /** Runs the command to its end. */
  function run(flags: readonly string[], { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {}) {
    const { child, end } = start(flags, env)
    child.stdin?.end(input)
    return end
  }

  /** A server on a free port of loopback, when it says that it is ready. */
  async function serve(...flags: string[]): Promise<Running> {
    const server = start(['serve', '--udp', '127.0.0.1:0', ...flags])
    while (!/^ready/m.test(server.soFar.out)) {
      await Promise.race([once(server.child.stdout as NodeJS.ReadableStream, 'data'), server.end.then(failed)])
    }
    return server
  }

  return { folder, data, run, serve }
}

function failed({ code, err }: Ended): never {
  throw new Error(`the server ended with ${code}: ${err}`)
}

/** Expects a run that went well and complained about nothing. */
export const quiet = (out: string | RegExp): unknown => ({
  code: 0,
  out: typeof out === 'string' ? out : expect.stringMatching(out),
  err: '',
})

/** Expects a run that only complained. */
export const complaint = (code: number, err: RegExp): unknown => ({ code, out: '', err: expect.stringMatching(err) })
