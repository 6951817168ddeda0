import { createSocket, type Socket } from 'node:dgram'
import { type Address, type Ip4, ipOf, packAddress, portOf } from '@seekyou/language'

export interface UdpOptions {
  /** A dotted IPv4 address of this machine; `0.0.0.0` for all of them. */
  readonly host: string
  /** 0 for any free port. */
  readonly port: number
  /** Called for every datagram. The bytes belong to whoever is called. */
  readonly onDatagram: (from: Address, bytes: Uint8Array) => void
  /** Something is wrong with the socket. It stays open. */
  readonly onError: (error: Error) => void
}

/** Numbers that only grow. */
export interface UdpCounts {
  readonly received: number
  /** Datagrams that were to be sent, failed and dropped ones included. */
  readonly sent: number
  /**
   * Datagrams that the system would not take: too long, no way there, forbidden. An estimate, because only every 16th is
   * watched; those that cannot be right (too long, port 0) are counted one by one.
   */
  readonly failed: number
  /** Datagrams that were dropped because too many waited for the network. */
  readonly dropped: number
}

export interface UdpSocket {
  /** Where it listens, with the port that it really got. */
  readonly address: { readonly host: string; readonly port: number }
  readonly counts: UdpCounts
  /** Sends, and never throws. The datagram must not be changed afterwards: it may still wait for the network. */
  send(to: Address, datagram: Uint8Array): void
  /** Resolves when the port is free again. What is sent afterwards is ignored. */
  close(): Promise<void>
}

/** A port cannot be listened on. The message says what to do. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen'
  readonly because: 'taken' | 'forbidden' | 'host' | 'other'

  constructor(because: CannotListen['because'], sentence: string, cause: unknown) {
    super(sentence, { cause })
    this.because = because
  }
}

/** The longest payload of UDP over IPv4, in bytes. */
const payloadMax = 65_507
/** So much may arrive while the process is busy, and wait for the network. Systems give less if they like. */
const kernelBufferBytes = 4 * 1024 * 1024
/** So many bytes may wait for the network in the process itself. */
const queueBytesMax = 8 * 1024 * 1024
/** Asking about every datagram would cost some 5 % of sending it. */
const watchEvery = 16

/** Opens a UDP socket. Rejects with `CannotListen`. */
export async function openUdp({ host, port, onDatagram, onError }: UdpOptions): Promise<UdpSocket> {
  const socket = createSocket({ type: 'udp4', lookup: (address, _, found) => found(null, address, 4) })
  await bind(socket, host, port)
  widen(socket)
  const counts = { received: 0, sent: 0, failed: 0, dropped: 0 }
  let isChoked = false
  let closed: Promise<void> | undefined

  socket.on('message', (bytes, { address, port }) => {
    counts.received += 1
    // A plain Uint8Array: a Buffer's `slice` shares memory where everybody else's copies.
    onDatagram(packAddress(ipFrom(address), port), new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  })
  socket.on('error', onError)

  const watch = (error: Error | null): void => {
    if (error) counts.failed += watchEvery
  }

  return {
    address: { host: socket.address().address, port: socket.address().port },
    counts,
    send(to, datagram) {
      if (closed) return
      const toPort = portOf(to)
      if (toPort === 0 || datagram.length > payloadMax) {
        counts.failed += 1
        return
      }
      counts.sent += 1
      const isWatched = counts.sent % watchEvery === 0
      if (isWatched) isChoked = socket.getSendQueueSize() > queueBytesMax
      if (isChoked) counts.dropped += 1
      else socket.send(datagram, toPort, hostFrom(ipOf(to)), isWatched ? watch : undefined)
    },
    close() {
      closed ??= new Promise((resolve) => socket.close(() => resolve()))
      return closed
    },
  }
}

function bind(socket: Socket, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      socket.close()
      reject(explain(error, host, port))
    }
    socket.once('error', fail)
    socket.bind({ address: host, port, exclusive: true }, () => {
      socket.off('error', fail)
      resolve()
    })
  })
}

function explain(error: Error, host: string, port: number): CannotListen {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new CannotListen(
      'taken',
      `UDP port ${port} on ${host} is in use by another program: stop it, or choose another port.`,
      error,
    )
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new CannotListen(
      'forbidden',
      `This user may not listen on UDP port ${port}: choose a port from 1024 on.`,
      error,
    )
  }
  if (code === 'EADDRNOTAVAIL' || code === 'EINVAL') {
    return new CannotListen(
      'host',
      `${host} is no IPv4 address of this machine: choose one that is, or 0.0.0.0 for all.`,
      error,
    )
  }
  return new CannotListen(
    'other',
    `UDP port ${port} on ${host} cannot be opened (${error.message}): choose another one.`,
    error,
  )
}

/** Larger buffers in the kernel, as far as it allows. */
function widen(socket: Socket): void {
  for (const set of [socket.setRecvBufferSize, socket.setSendBufferSize]) {
    try {
      set.call(socket, kernelBufferBytes)
    } catch {
      // The system's own size has to do.
    }
  }
}

/** The number of an address that the system itself has written, so nothing is checked. A cache of these would be slower. */
function ipFrom(text: string): Ip4 {
  let ip = 0
  let octet = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 46) {
      ip = ip * 256 + octet
      octet = 0
    } else {
      octet = octet * 10 + code - 48
    }
  }
  return ip * 256 + octet
}

const hostFrom = (ip: Ip4): string => `${ip >>> 24}.${(ip >>> 16) & 255}.${(ip >>> 8) & 255}.${ip & 255}`
