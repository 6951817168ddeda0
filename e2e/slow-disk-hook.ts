// Loaded into a started program before its own code. As long as the file lies there that the variable STUCK_WHILE names, no commit of
// the database comes back: a disk that has stopped answering.
import { existsSync } from 'node:fs'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { DatabaseSync } from 'node:sqlite'
import { isMainThread, type WorkerOptions } from 'node:worker_threads'

const stuck = process.env.STUCK_WHILE as string
const threads = createRequire(import.meta.url)('node:worker_threads') as {
  Worker: typeof import('node:worker_threads').Worker
}

if (isMainThread) {
  threads.Worker = class extends threads.Worker {
    constructor(program: string | URL, options: WorkerOptions) {
      super(program, { ...options, execArgv: ['--import', import.meta.url] })
    }
  }
  syncBuiltinESMExports()
} else {
  const exec = DatabaseSync.prototype.exec
  const forAWhile = new Int32Array(new SharedArrayBuffer(4))
  DatabaseSync.prototype.exec = function (sql: string) {
    while (sql === 'COMMIT' && existsSync(stuck)) Atomics.wait(forAWhile, 0, 0, 20)
    return exec.call(this, sql)
  }
}
