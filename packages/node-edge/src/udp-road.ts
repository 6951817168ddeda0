import { lookup } from 'node:dns/promises'
import { type Address, type Millis, packAddress, parseIp4 } from '@seekyou/language'
import { now } from './clock.ts'
import { openUdp } from './udp.ts'

/** A way for datagrams to a server. */
export interface UdpRoad {
  /** Sends or drops it. The bytes must not be changed afterwards. */
  send(datagram: Uint8Array): void
  close(): void
}

export interface UdpRoadOptions {
  /** Called with what comes from the server. The bytes belong to whoever is called. */
  readonly hear: (datagram: Uint8Array) => void
  /** The socket is dead: another road must be opened. Called once, and never after `close`. */
  readonly lost: () => void
  /** The dotted IPv4 addresses that a name stands for; the system is asked unless told. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
  /** Waiting is measured by it; the steady clock unless told. */
  readonly clock?: () => Millis
}

/** A server whose address is not known. */
export class UnknownServer extends Error {
  override readonly name = 'UnknownServer'
  /** Why, as the end of a sentence. */
  readonly detail: string

  constructor(server: string, detail: string, cause?: unknown) {
    super(`${server} cannot be reached: ${detail}.`, { cause })
    this.detail = detail
  }
}

/** The port that ICQ servers listen on. */
const usualPort = 4_000
/** An address that has never answered is given up after so long, one that has answered after this. */
const patience = { strange: 5_000, known: 25_000 } as const

/**
 * Opens a road to `host:port`; without a port 4000 is meant. Of several addresses of the host one is used for as long as it answers;
 * after a while of silence the next one is tried, and the name is looked up again. Rejects with `UnknownServer` or `CannotListen`.
 */
export async function openUdpRoad(
  server: string,
  { hear, lost, resolve = systemLookup, clock = now }: UdpRoadOptions,
): Promise<UdpRoad> {
  const { host, port } = placeOf(server)
  let addresses = await addressesOf(host, port, resolve)
  /** Whatever the name has ever stood for: answers may be late. */
  const known = new Set(addresses)
  let index = 0
  let wasHeard = false
  /** Since when nothing has been heard of what was sent. */
  let silentSince: Millis | undefined
  let isOver = false

  const socket = await openUdp({
    host: '0.0.0.0',
    port: 0,
    onDatagram(from, bytes) {
      if (isOver || !known.has(from)) return
      if (addresses[index] === from) {
        wasHeard = true
        silentSince = undefined
      }
      hear(bytes)
    },
    onError() {
      if (isOver) return
      isOver = true
      void socket.close()
      lost()
    },
  })

  function tryNext(): void {
    silentSince = undefined
    wasHeard = false
    index = (index + 1) % addresses.length
    addressesOf(host, port, resolve).then(
      (found) => {
        const current = addresses[index]!
        for (const address of found) known.add(address)
        addresses = found
        index = Math.max(0, found.indexOf(current))
      },
      // The old addresses have to do.
      () => {},
    )
  }

  return {
    send(datagram) {
      if (isOver) return
      const time = clock()
      silentSince ??= time
      if (time - silentSince >= (wasHeard ? patience.known : patience.strange)) tryNext()
      socket.send(addresses[index]!, datagram)
    },
    close() {
      isOver = true
      void socket.close()
    },
  }
}

function placeOf(server: string): { readonly host: string; readonly port: number } {
  const [, host, digits] = /^([^\s:/]+)(?::(\d{1,5}))?$/.exec(server) ?? []
  const port = digits === undefined ? usualPort : Number(digits)
  if (host === undefined || port < 1 || port > 0xffff) {
    throw new UnknownServer(server, 'give a name or an IPv4 address, and a port as in icq.example.org:4000')
  }
  return { host, port }
}

async function addressesOf(
  host: string,
  port: number,
  resolve: (host: string) => Promise<readonly string[]>,
): Promise<Address[]> {
  const found = await resolve(host).catch((cause) => {
    throw new UnknownServer(host, 'nobody knows this name, or this machine is not on line', cause)
  })
  const addresses = found.flatMap((text) => {
    const ip = parseIp4(text)
    return ip ? packAddress(ip, port) : []
  })
  if (addresses.length === 0) throw new UnknownServer(host, 'it has no IPv4 address')
  return addresses
}

const systemLookup = async (host: string): Promise<readonly string[]> =>
  (await lookup(host, { family: 4, all: true })).map(({ address }) => address)
