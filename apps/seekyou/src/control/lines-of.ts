import type { Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** The lines that arrive on a socket; they end when the socket does, also when it breaks. */
export function linesOf(socket: Socket): AsyncIterableIterator<string> {
  const lines = createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })
  socket.once('close', () => lines.close())
  return lines[Symbol.asyncIterator]()
}
