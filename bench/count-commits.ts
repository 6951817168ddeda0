// Loaded into a server before its own program (`node --import`): counts how often the thread with the database is asked to
// commit, and says so on standard error at the end. Nothing else of the server is touched.
import { Worker } from 'node:worker_threads'

const { postMessage } = Worker.prototype
let commits = 0

Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]): void {
  if (Array.isArray(message) && message[0] === 'commit') commits += 1
  Reflect.apply(postMessage, this, [message, ...rest])
}
process.on('exit', () => process.stderr.write(`bench: ${commits} commits\n`))
