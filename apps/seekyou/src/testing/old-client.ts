import { createSocket } from 'node:dgram'
import type { TestContext } from 'vitest'
import { parseHex } from '../inspect/hex.ts'
import type { Running } from './home.ts'

/** Signs on as 7654321 with the password `pass`, as Licq did. */
const login = parseHex(
  '02 00 E8 03 01 00 B1 CB 74 00 00 00 00 00 05 00 70 61 73 73 00 72 00 04 00 7F 00 00 01 04 00 00 00 00 03 00 00 00 02 00 00 00 00 00 04 00 72 00',
)
const loginReply = 0x005a
export const goAway = 0x0028
export const message = 0x0104
export const badPassword = 0x0064

const ack = 0x000a
/** What the clients of the time did not acknowledge. */
const neverAcknowledged: ReadonlySet<number> = new Set([ack, goAway, badPassword])

/** A client of 1998 for the number 7654321, whose password is `pass`. */
export function oldClient({ soFar }: Running, onTestFinished: TestContext['onTestFinished']) {
  const port = Number(/^udp 127\.0\.0\.1:(\d+)$/m.exec(soFar.out)?.[1])
  const socket = createSocket('udp4')
  onTestFinished(() => void socket.close())
  socket.on('message', (datagram) => {
    if (neverAcknowledged.has(datagram.readUInt16LE(2))) return
    const answer = Buffer.from(login.subarray(0, 10))
    answer.writeUInt16LE(ack, 2)
    answer.writeUInt16LE(datagram.readUInt16LE(4), 4)
    socket.send(answer, port, '127.0.0.1')
  })

  /** The next datagram with that command. */
  const hear = (command: number): Promise<Buffer> =>
    new Promise((resolve) => {
      socket.on('message', (datagram) => datagram.readUInt16LE(2) === command && resolve(datagram))
    })

  /** Asks to sign on, and waits for that answer. */
  async function signOn(answer = loginReply): Promise<void> {
    const heard = hear(answer)
    socket.send(login, port, '127.0.0.1')
    await heard
  }

  return { hear, signOn }
}
