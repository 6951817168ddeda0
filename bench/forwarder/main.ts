// The yardstick: what it costs to move the same four datagrams per message with a bare socket of Node.js. It looks a number up
// and forwards, and promises nothing: no passwords, no duplicates, no resends, no store.
import { createSocket, type RemoteInfo } from 'node:dgram'

const host = '127.0.0.1'
const loginReply = Buffer.alloc(39)
loginReply.set([2, 0, 0x5a, 0, 0, 0])
const storedEnd = Buffer.from([2, 0, 0xe6, 0, 1, 0, 0, 0, 0, 0])
/** By number: where a user signed on from. */
const placeOf = new Map<number, RemoteInfo>()
const socket = createSocket({ type: 'udp4', lookup: (address, _, found) => found(null, address, 4) })

socket.on('message', (datagram, from) => {
  const { address, port } = from
  const command = datagram[2]! | (datagram[3]! << 8)
  if (command === 0x000a) return
  const ack = Buffer.allocUnsafe(6)
  ack[0] = 2
  ack[1] = 0
  ack[2] = 0x0a
  ack[3] = 0
  ack[4] = datagram[4]!
  ack[5] = datagram[5]!
  socket.send(ack, port, address)
  if (command === 0x010e) forward(datagram)
  else if (command === 0x03e8) {
    placeOf.set(datagram.readUInt32LE(6), from)
    socket.send(loginReply, port, address)
  } else if (command === 0x044c) socket.send(storedEnd, port, address)
})
socket.bind({ port: 0, address: host }, () => {
  socket.setRecvBufferSize(4 * 1024 * 1024)
  socket.setSendBufferSize(4 * 1024 * 1024)
  console.log(`udp ${host}:${socket.address().port}`)
})

/**
 * 010E is `version code number | from | to | kind text`, 0104 `version code number | from | kind text`: written over its own
 * first fourteen bytes, the one becomes the other, four bytes later.
 */
function forward(datagram: Buffer): void {
  const place = placeOf.get(datagram.readUInt32LE(10))
  if (place === undefined) return
  datagram.copyWithin(10, 6, 10)
  datagram.copyWithin(8, 4, 6)
  datagram[4] = 2
  datagram[5] = 0
  datagram[6] = 0x04
  datagram[7] = 0x01
  socket.send(datagram, 4, datagram.length - 4, place.port, place.address)
}
