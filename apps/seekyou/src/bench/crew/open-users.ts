import { createSocket, type Socket } from 'node:dgram'
import { Complaint, codeOf } from '../../complaint.ts'
import type { CrewOptions } from '../crew-words.ts'
import { User } from './user.ts'

/**
 * The users of a crew, each with a socket that speaks to the server alone. With `addresses`, each has a loopback address of its
 * own, 127.1.0.0 and on, which on Linux is this machine without further ado; else they share one and differ in their ports.
 * Rejects with a Complaint when the system gives no more sockets.
 */
export async function openUsers({ host, port, first, users, before, sources }: CrewOptions): Promise<User[]> {
  const opened: User[] = []
  for (let index = 0; index < users; index++) {
    const socket = createSocket({ type: 'udp4', lookup: (address, _, found) => found(null, address, 4) })
    try {
      if (sources === 'addresses') await begin(socket, (done) => socket.bind(0, loopbackAddress(before + index), done))
      await begin(socket, (done) => socket.connect(port, host, done))
    } catch (error) {
      throw new Complaint(inWords(error, index, users))
    }
    opened.push(new User(socket, first + index))
  }
  return opened
}

function inWords(error: unknown, opened: number, users: number): string {
  const code = codeOf(error)
  if (code === 'EADDRNOTAVAIL' && opened === 0)
    return 'This system has no loopback address but 127.0.0.1: use --sources ports.'
  return `The system gave ${opened} of ${users} sockets (${code}): use fewer --users or more --processes, or raise its limits (ulimit -n).`
}

/** `127.1.0.0` and on: room for 8 million. */
const loopbackAddress = (index: number): string => `127.${1 + (index >>> 16)}.${(index >>> 8) & 255}.${index & 255}`

function begin(socket: Socket, act: (done: () => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    act(() => {
      socket.off('error', reject)
      resolve()
    })
  })
}
