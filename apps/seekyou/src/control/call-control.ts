import { createConnection, type Socket } from 'node:net'
import type { Answer, Meet } from '@seekyou/office'
import { Complaint, codeOf } from '../complaint.ts'
import { controlPath } from './control-path.ts'
import { linesOf } from './lines-of.ts'
import type { Reply } from './listen-control.ts'

/** A way to whoever owns the store. */
export interface Office {
  readonly meet: Meet
  close(): Promise<void>
}

/** The office of the running server, or undefined when none listens in this data folder. */
export async function callControl(folder: string): Promise<Office | undefined> {
  const { address, release } = controlPath(folder)
  const socket = await connect(address).finally(release)
  if (!socket) return undefined
  const lines = linesOf(socket)
  const meet: Meet = async (name, ask) => {
    socket.write(`${JSON.stringify({ name, ask })}\n`)
    const { value, done } = await lines.next()
    if (done) throw new Complaint('The server stopped before it had answered: look at what it did, and try again.')
    const reply = JSON.parse(value) as Reply
    if ('complaint' in reply) throw new Complaint(reply.complaint, reply.exitCode)
    return reply.answer as Answer<typeof name>
  }
  return {
    meet,
    async close() {
      socket.end()
    },
  }
}

function connect(address: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(address)
    socket.once('connect', () => resolve(socket))
    socket.on('error', (error) => {
      const code = codeOf(error)
      if (code === 'ENOENT' || code === 'ECONNREFUSED') resolve(undefined)
      else if (code === 'EACCES' || code === 'EPERM') {
        reject(
          new Complaint('The running server belongs to another user of this machine: run the command as that user.'),
        )
      } else reject(error)
    })
  })
}
