// The flood, in a process of its own: wrong passwords at a steady rate, half of them for numbers that somebody has, half for
// numbers that nobody has, until standard input ends. Then it prints what it sent as one line of JSON.
import { createSocket, type Socket } from 'node:dgram'
import { parseArgs } from 'node:util'
import { code, loginBody, u16, u32 } from '../../e2e/bytes.ts'

/** Addresses of its own: a server remembers one sign-on of each, so these fill every queue. */
const sources = 4_096
/** At most so many datagrams a millisecond while it catches up, so that it hears when it is to end. */
const burstMax = 200
/** Numbers that nobody has are chosen from here on. */
const unknownFrom = 100_000_000
const unknownCount = 3_000_000_000

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    /** Datagrams a second. */
    rate: { type: 'string' },
    /** The first of the numbers that somebody has, and how many they are. */
    first: { type: 'string' },
    count: { type: 'string' },
  },
})
const [port, rate, first, count] = [values.port, values.rate, values.first, values.count].map(Number) as [
  number,
  number,
  number,
  number,
]
const signOn = Buffer.concat([u16(2), u16(code.login), u16(0), u32(0), loginBody({ password: 'a guess' })])

const sockets: Socket[] = []
for (let index = 0; index < sources; index++) {
  const socket = createSocket('udp4')
  await new Promise<void>((resolve) => socket.bind(0, `127.128.${index >>> 8}.${index & 255}`, resolve))
  await new Promise<void>((resolve) => socket.connect(port, '127.0.0.1', resolve))
  sockets.push(socket)
}

let sent = 0
const begun = performance.now()
const secondsPassed = (): number => (performance.now() - begun) / 1000
const tick = setInterval(() => {
  const due = Math.min(secondsPassed() * rate, sent + burstMax)
  while (sent < due) sendNext()
}, 1)
console.log('flooding')
process.stdin.resume().once('end', () => {
  clearInterval(tick)
  console.log(JSON.stringify({ sent, seconds: secondsPassed() }))
  for (const socket of sockets) socket.close()
})

function sendNext(): void {
  const turn = sent >>> 1
  const datagram = Buffer.from(signOn)
  const isKnown = sent % 2 === 0
  datagram.writeUInt16LE(turn & 0xffff, 4)
  datagram.writeUInt32LE(isKnown ? first + (turn % count) : unknownFrom + Math.floor(Math.random() * unknownCount), 6)
  sockets[sent % sources]!.send(datagram)
  sent += 1
}
