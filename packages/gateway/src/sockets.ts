// The WebSockets of browsers, each with a web address of its own: one more source of datagrams, and a road back.
import { randomInt } from 'node:crypto'
import { type Address, type Ip4, webAddress } from '@seekyou/language'
import type { WebSocket } from 'ws'
import { AsideDesk, type MeetAside } from './aside-desk.ts'
import type { GatewayCounts } from './counts.ts'

/** What sockets need of the world. */
export interface SocketsOptions {
  readonly counts: GatewayCounts
  /** Milliseconds of any clock that only goes forward. */
  readonly now: () => number
  /** The bytes belong to whoever is called. */
  readonly onDatagram: (from: Address, bytes: Uint8Array) => void
  /** Called once when a socket has ended, for whatever reason. */
  readonly onGone: (from: Address) => void
  readonly meetAside: MeetAside
  readonly report: (error: unknown) => void
}

/** A socket as far as it is used here. */
export type BrowserSocket = Pick<WebSocket, 'bufferedAmount' | 'send' | 'ping' | 'close' | 'terminate'> & {
  on(event: 'message', hear: (data: Buffer, isBinary: boolean) => void): unknown
  on(event: 'pong' | 'ping' | 'close', hear: () => void): unknown
  on(event: 'error', hear: (error: Error) => void): unknown
}

/** At most so many sockets from one address, and in all. */
export const perAddressMax = 64
export const socketsMax = 4_096
/** A binary message may be so long, in bytes. */
export const datagramMax = 16_384
/** While so many bytes wait for a browser to read, datagrams are lost, as on any road; when it is so many, it is given up. */
export const backlogMax = 262_144
export const stalledMax = 1_048_576
/** Who has said nothing for so long is asked for a sign of life; who has said nothing for so long is gone. In milliseconds. */
export const askAfterMs = 25_000
export const silenceMs = 60_000

interface Seat {
  readonly address: Address
  readonly ip: Ip4
  readonly socket: BrowserSocket
  heardAt: number
}

export class Sockets {
  readonly #options: SocketsOptions
  readonly #seats = new Map<Address, Seat>()
  readonly #perAddress = new Map<Ip4, number>()

  constructor(options: SocketsOptions) {
    this.#options = options
  }

  get size(): number {
    return this.#seats.size
  }

  /** Whether one more socket of this address may be added. */
  hasRoom(ip: Ip4): boolean {
    return this.#seats.size < socketsMax && (this.#perAddress.get(ip) ?? 0) < perAddressMax
  }

  add(ip: Ip4, socket: BrowserSocket): Address {
    const { counts, now, onDatagram, meetAside, report } = this.#options
    const seat: Seat = { address: this.#freeAddress(ip), ip, socket, heardAt: now() }
    const { address } = seat
    this.#seats.set(address, seat)
    this.#perAddress.set(ip, (this.#perAddress.get(ip) ?? 0) + 1)
    counts.webSocketsOpened += 1
    const desk = new AsideDesk({
      counts,
      now,
      report,
      meet: (name, ask) => meetAside(address, name, ask),
      answer: (text) => this.#answer(seat, text),
    })
    const isAlive = (): void => {
      seat.heardAt = now()
    }
    socket.on('pong', isAlive)
    socket.on('ping', isAlive)
    socket.on('message', (data, isBinary) => {
      isAlive()
      // What still comes from a socket that is closing is of an address that has been given up.
      if (this.#seats.get(address) !== seat) return
      if (!isBinary) desk.hear(data.toString())
      else if (data.length > datagramMax) this.#refuse(seat)
      else {
        counts.webDatagramsIn += 1
        // A copy: what came is a part of something larger, which would live as long.
        onDatagram(address, new Uint8Array(data))
      }
    })
    socket.on('error', (error) => {
      if ('code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') counts.webSocketsTooLong += 1
    })
    socket.on('close', () => this.#end(seat))
    return address
  }

  /** Sends, and never throws. Datagrams to an address without a socket are lost. */
  send(to: Address, datagram: Uint8Array): void {
    const seat = this.#seats.get(to)
    if (!seat) return
    const { counts } = this.#options
    if (seat.socket.bufferedAmount > backlogMax) {
      counts.webDatagramsDropped += 1
      return
    }
    counts.webDatagramsOut += 1
    seat.socket.send(datagram)
  }

  /** Looks after those who have been silent. To be called every few seconds. */
  beat(): void {
    const { now, counts } = this.#options
    const at = now()
    for (const seat of this.#seats.values()) {
      if (at - seat.heardAt >= silenceMs) {
        counts.webSocketsSilent += 1
        this.#drop(seat)
      } else if (at - seat.heardAt >= askAfterMs) seat.socket.ping()
    }
  }

  /** Tells all browsers that the server goes away. Nobody is told that they are gone: it is not they who leave. */
  close(): void {
    const seats = [...this.#seats.values()]
    this.#seats.clear()
    // 1001: going away.
    for (const { socket } of seats) socket.close(1001)
  }

  #answer(seat: Seat, text: string): void {
    if (this.#seats.get(seat.address) !== seat) return
    if (seat.socket.bufferedAmount > stalledMax) {
      this.#options.counts.webSocketsStalled += 1
      this.#drop(seat)
    } else seat.socket.send(text)
  }

  #refuse(seat: Seat): void {
    this.#options.counts.webSocketsTooLong += 1
    // 1009: message too big.
    seat.socket.close(1009)
    this.#end(seat)
  }

  #drop(seat: Seat): void {
    seat.socket.terminate()
    this.#end(seat)
  }

  #end({ address, ip }: Seat): void {
    if (!this.#seats.delete(address)) return
    this.#options.counts.webSocketsClosed += 1
    const left = (this.#perAddress.get(ip) ?? 1) - 1
    if (left > 0) this.#perAddress.set(ip, left)
    else this.#perAddress.delete(ip)
    this.#options.onGone(address)
  }

  /** A slot at random, so that a late datagram for whoever was here before finds nobody. */
  #freeAddress(ip: Ip4): Address {
    let address = webAddress(ip, randomInt(0x1_0000))
    while (this.#seats.has(address)) address = webAddress(ip, randomInt(0x1_0000))
    return address
  }
}
