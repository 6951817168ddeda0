import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import type { Meet, RequestName } from '@seekyou/office'
import { Complaint } from '../complaint.ts'
import { controlPath } from './control-path.ts'
import { linesOf } from './lines-of.ts'

/** What comes back for one request: an answer, or a sentence for the person who asked. */
export type Reply = { readonly answer: unknown } | { readonly complaint: string; readonly exitCode: 1 | 2 }

/**
 * Answers the command line on a socket in the data folder that only its owner can open (mode 0600): one JSON object a line,
 * `{ "name": "addUser", "ask": {…} }`, and one `Reply` a line, in order. The caller owns the store of that folder, so a socket
 * that is already there was left behind by a crash and is replaced. `report` hears about our own bugs.
 */
export async function listenControl(
  folder: string,
  meet: Meet,
  report: (error: unknown) => void,
): Promise<{ close(): Promise<void> }> {
  const { address, file, release } = controlPath(folder)
  if (file !== undefined) rmSync(file, { force: true })
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A caller who leaves in the middle needs no answer.
    socket.on('error', () => socket.destroy())
    void answerLines(socket, meet, report)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(address, resolve))
  if (file !== undefined) chmodSync(file, 0o600)
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
      if (file !== undefined) rmSync(file, { force: true })
      release()
    },
  }
}

async function answerLines(socket: Socket, meet: Meet, report: (error: unknown) => void): Promise<void> {
  for await (const line of linesOf(socket)) {
    const text = `${JSON.stringify(await reply(line, meet, report))}\n`
    if (socket.writable) socket.write(text)
  }
}

async function reply(line: string, meet: Meet, report: (error: unknown) => void): Promise<Reply> {
  try {
    const { name, ask } = JSON.parse(line) as { name: RequestName; ask: never }
    return { answer: await meet(name, ask) }
  } catch (error) {
    if (error instanceof Complaint) return { complaint: error.message, exitCode: error.exitCode }
    report(error)
    return { complaint: `The server could not do that: ${String(error)}`, exitCode: 1 }
  }
}
