import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { formatIp4, type Ip4, parseIp4 } from '@seekyou/language'
import { TcpConnection } from './tcp-connection.ts'

/** What has happened to listening ports and connections. Incoming connections have negative numbers: -1, -2 … */
export type TcpInput =
  | { readonly kind: 'listening'; readonly listener: number; readonly port: number }
  | { readonly kind: 'notListening'; readonly listener: number }
  | { readonly kind: 'incoming'; readonly listener: number; readonly connection: number; readonly from: Ip4 }
  | { readonly kind: 'connected'; readonly connection: number }
  /** The bytes belong to whoever is told. */
  | { readonly kind: 'received'; readonly connection: number; readonly bytes: Uint8Array }
  /** Everything that was written has been handed to the network. */
  | { readonly kind: 'drained'; readonly connection: number }
  /** The last word about a connection that nobody here has closed: ended by the peer, broken, or never made. */
  | { readonly kind: 'closed'; readonly connection: number }

/** What is to be done. Whoever asks chooses the numbers of listeners, and positive ones for the connections that they make. */
export type TcpOutcome =
  /** Tries the ports of the range one after another; [0, 0]: any free one. */
  | { readonly kind: 'listen'; readonly listener: number; readonly ports: readonly [from: number, to: number] }
  /** Connections that have come in stay. */
  | { readonly kind: 'unlisten'; readonly listener: number }
  | { readonly kind: 'connect'; readonly connection: number; readonly ip: Ip4; readonly port: number }
  /** The bytes must not be changed afterwards: they may still wait for the network. */
  | { readonly kind: 'write'; readonly connection: number; readonly bytes: Uint8Array }
  /** As soon as everything that was written has left. Nothing more is told about it; what still arrives is thrown away. */
  | { readonly kind: 'close'; readonly connection: number }
  /** Reading from it. */
  | { readonly kind: 'pause' | 'resume'; readonly connection: number }

export interface TcpOptions {
  readonly tell: (input: TcpInput) => void
  /** The dotted IPv4 address of this machine at which to listen; all of them unless told. */
  readonly host?: string
  /** How many sockets may be open at a time, listening and lingering ones included; 256 unless told. */
  readonly socketsMax?: number
}

export interface Tcp {
  /** Connections that were turned away, or not made, because too many sockets were open. Only grows. */
  readonly counts: { readonly refused: number }
  /** Never throws, and ignores numbers that mean nothing (any more). What comes of it is told later, never during the call. */
  carryOut(outcome: TcpOutcome): void
  /** Ends everything when what was written has left; resolves when all ports are free. Nothing is told from here on. */
  close(): Promise<void>
}

/** TCP over IPv4 for a machine that talks to peers. How long to wait for a connection is the machine's affair: it closes. */
export function openTcp({ tell, host = '0.0.0.0', socketsMax = 256 }: TcpOptions): Tcp {
  const listeners = new Map<number, Server>()
  const connections = new Map<number, TcpConnection>()
  /** Those too that a machine has closed and that linger until the other side has read everything. */
  const sockets = new Set<TcpConnection>()
  const counts = { refused: 0 }
  let incoming = 0
  let isClosed = false

  const say = (input: TcpInput): void => {
    if (!isClosed) tell(input)
  }
  const isFull = (): boolean => {
    const full = listeners.size + sockets.size >= socketsMax
    if (full) counts.refused += 1
    return full
  }

  function adopt(connection: number, socket: Socket): void {
    const one = new TcpConnection(socket, {
      connected: () => say({ kind: 'connected', connection }),
      received: (bytes) => say({ kind: 'received', connection, bytes }),
      drained: () => say({ kind: 'drained', connection }),
      closed: () => {
        connections.delete(connection)
        say({ kind: 'closed', connection })
      },
    })
    connections.set(connection, one)
    sockets.add(one)
    void one.gone.then(() => sockets.delete(one))
  }

  function connect(connection: number, ip: Ip4, port: number): void {
    if (isFull() || ip === 0 || port < 1 || port > 0xffff) {
      setImmediate(() => say({ kind: 'closed', connection }))
      return
    }
    adopt(connection, dial({ host: formatIp4(ip), port, family: 4 }))
  }

  async function listen(listener: number, [first, last]: readonly [number, number]): Promise<void> {
    const server = createServer((socket) => {
      const from = parseIp4(socket.remoteAddress ?? '')
      // Whoever has hung up already has no address.
      if (from === undefined || isClosed || isFull()) {
        socket.destroy()
        return
      }
      const connection = --incoming
      say({ kind: 'incoming', listener, connection, from })
      adopt(connection, socket)
    })
    const isWanted = (): boolean => listeners.get(listener) === server
    listeners.get(listener)?.close()
    listeners.set(listener, server)
    for (let port = first; port <= Math.min(last, 0xffff) && isWanted(); port++) {
      const got = await listenAt(server, host, port)
      if (got === undefined) continue
      if (isWanted()) say({ kind: 'listening', listener, port: got })
      else server.close()
      return
    }
    if (!isWanted()) return
    listeners.delete(listener)
    say({ kind: 'notListening', listener })
  }

  return {
    counts,
    carryOut(outcome) {
      if (isClosed) return
      switch (outcome.kind) {
        case 'listen':
          void listen(outcome.listener, outcome.ports)
          break
        case 'unlisten':
          listeners.get(outcome.listener)?.close()
          listeners.delete(outcome.listener)
          break
        case 'connect':
          connect(outcome.connection, outcome.ip, outcome.port)
          break
        case 'write':
          connections.get(outcome.connection)?.write(outcome.bytes)
          break
        case 'close':
          connections.get(outcome.connection)?.close()
          connections.delete(outcome.connection)
          break
        case 'pause':
        case 'resume':
          connections.get(outcome.connection)?.[outcome.kind]()
      }
    },
    async close() {
      isClosed = true
      const closing = [...listeners.values()].map((server) => new Promise((resolve) => server.close(resolve)))
      for (const one of sockets) one.close(hurryMs)
      await Promise.all([...closing, ...[...sockets].map((one) => one.gone)])
    },
  }
}

/** How long the other side may take to read the last bytes of a program that ends. */
const hurryMs = 1_000

/** Resolves with the port, or with nothing when it cannot be had. */
function listenAt(server: Server, host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    // Errors after this one concern single connections that could not be accepted.
    server.removeAllListeners('error').on('error', () => resolve(undefined))
    server.removeAllListeners('listening').once('listening', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : undefined)
    })
    server.listen({ host, port, exclusive: true })
  })
}
