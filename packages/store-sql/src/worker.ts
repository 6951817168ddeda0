// The thread with the database. It opens it, says the first message id that may be used, and then answers calls one after
// another, in the order in which they came.
import { parentPort, workerData } from 'node:worker_threads'
import type { Posted, Reply } from './calls.ts'
import { toFailure } from './failure.ts'
import type { OpenOptions } from './open-store.ts'
import { openDatabase } from './sqlite/open-database.ts'
import { performer } from './sqlite/performer.ts'
import { whyNotOpened } from './sqlite/why-not-opened.ts'

const queue: Posted[] = []
let busy = false

const say = (reply: Reply) => parentPort?.postMessage(reply)

async function main(options: OpenOptions): Promise<void> {
  const opened = await openDatabase(options)
  const perform = performer(opened, options)
  parentPort?.on('message', (call: Posted) => {
    queue.push(call)
    if (!busy) void work()
  })
  say({ answer: opened.messageIds.first })

  async function work(): Promise<void> {
    busy = true
    for (let call = queue.shift(); call; call = queue.shift()) {
      try {
        // A transaction that could not even be rolled back when it failed is rolled back here, before anybody reads.
        if (opened.database.isTransaction) opened.database.exec('ROLLBACK')
        say({ answer: await perform(call) })
      } catch (error) {
        say({ failure: toFailure(error) })
      }
      if (call[0] === 'close') parentPort?.close()
    }
    busy = false
  }
}

const options = workerData as OpenOptions
try {
  await main(options)
} catch (error) {
  say({ failure: toFailure(whyNotOpened(error, options.folder)) })
}
