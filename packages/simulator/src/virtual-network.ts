import {
  type Address,
  type Ip4,
  isWeb,
  type Machine,
  type Millis,
  packAddress,
  portOf,
  webAddress,
} from '@seekyou/language'
import { BurstLoss, type Loss } from './burst-loss.ts'
import type { Dice } from './dice.ts'
import { Schedule } from './schedule.ts'

/** What the roads are like. Probabilities for each datagram; times in milliseconds. */
export interface RoadConditions {
  /** Every datagram takes so long, and up to `jitterMs` more. */
  readonly delayMs: Millis
  readonly jitterMs: Millis
  readonly loss: Loss
  /** A second copy arrives at a time of its own. */
  readonly duplicate: number
  /** It is overtaken by others: up to `lateMs` more. */
  readonly late: number
  readonly lateMs: Millis
  /** Bytes are changed on the way, or its end is cut off. */
  readonly damage: number
}

/** A client's socket behind its router. */
export interface Socket {
  readonly ip: Ip4
  /** From where the server sees it; changes when the router forgets it, or when the program is started again. */
  address: Address
  /** A browser's WebSocket is open; other sockets always are. */
  isOpen: boolean
  /** Which ways are cut off. */
  cut: 'none' | 'up' | 'down' | 'both'
  /**
   * Damaged datagrams are dropped, as UDP's checksum does: version 2 has no checksum of its own, and a changed number would
   * make an ACK lie. Attackers get along without.
   */
  readonly checksum: boolean
  readonly up: BurstLoss
  readonly down: BurstLoss
}

export type NetworkInput =
  | { readonly kind: 'toServer'; readonly socket: Socket; readonly from: Address; readonly bytes: Uint8Array }
  | { readonly kind: 'toClient'; readonly to: Address; readonly bytes: Uint8Array }
  | { readonly kind: 'wake' }

export type Arrival =
  | { readonly kind: 'atServer'; readonly from: Address; readonly bytes: Uint8Array }
  | { readonly kind: 'atClient'; readonly socket: Socket; readonly bytes: Uint8Array }

interface OnTheRoad {
  readonly socket: Socket
  /** Where it was sent from, or to. */
  readonly address: Address
  readonly isUp: boolean
  readonly bytes: Uint8Array
}

/** How many datagrams may be on the roads at a time. */
const onTheRoadMax = 1_000_000
const firstPort = 10_000
/** People behind one router have ports far apart: nobody is given one that another had a moment ago. */
const portsEach = 2_500

/** All roads between one server and its clients. The server's own end is never renamed. */
export class VirtualNetwork implements Machine<NetworkInput, Arrival> {
  /** May be changed at any time; holds for what is sent from then on. */
  conditions: RoadConditions
  readonly counters = { sent: 0, arrived: 0, lost: 0, duplicated: 0, damaged: 0 }
  readonly #dice: Dice
  readonly #sockets = new Map<Address, Socket>()
  readonly #road = new Schedule<OnTheRoad>()

  constructor(dice: Dice, conditions: RoadConditions) {
    this.#dice = dice
    this.conditions = conditions
  }

  get wakeAt(): Millis | undefined {
    return this.#road.next
  }

  /** How many datagrams are under way. */
  get size(): number {
    return this.#road.size
  }

  open(ip: Ip4, { checksum = true, inBrowser = false } = {}): Socket {
    const dice = this.#dice.split(ip)
    const socket: Socket = {
      ip,
      address: (inBrowser ? webAddress : packAddress)(ip, firstPort),
      isOpen: true,
      cut: 'none',
      checksum,
      up: new BurstLoss(dice.split('up')),
      down: new BurstLoss(dice.split('down')),
    }
    while (this.#sockets.has(socket.address)) socket.address = nextPort(socket, portsEach)
    this.#sockets.set(socket.address, socket)
    return socket
  }

  /** The socket is seen from another port, of a browser from another slot; what is sent to the old one is lost. */
  remap(socket: Socket): void {
    this.#sockets.delete(socket.address)
    do socket.address = nextPort(socket)
    while (this.#sockets.has(socket.address))
    this.#sockets.set(socket.address, socket)
  }

  handle(input: NetworkInput, now: Millis): readonly Arrival[] {
    switch (input.kind) {
      case 'toServer':
        this.#send({ socket: input.socket, address: input.from, isUp: true, bytes: input.bytes }, now)
        return []
      case 'toClient': {
        const socket = this.#sockets.get(input.to)
        if (socket) this.#send({ socket, address: input.to, isUp: false, bytes: input.bytes }, now)
        return []
      }
      case 'wake':
        return this.#arriving(now)
    }
  }

  #send(datagram: OnTheRoad, now: Millis): void {
    const { socket, isUp } = datagram
    const { loss, duplicate, damage } = this.conditions
    this.counters.sent += 1
    const isCut = socket.cut === 'both' || socket.cut === (isUp ? 'up' : 'down')
    if (!socket.isOpen || isCut || (isUp ? socket.up : socket.down).takes(loss) || this.#road.size >= onTheRoadMax) {
      this.counters.lost += 1
      return
    }
    // Copied, because whoever sent it may write a new number into it.
    const bytes = datagram.bytes.slice()
    if (!this.#dice.chance(damage)) this.#road.put({ ...datagram, bytes }, this.#arrival(now))
    else {
      this.counters.damaged += 1
      if (!socket.checksum) this.#road.put({ ...datagram, bytes: this.#damaged(bytes) }, this.#arrival(now))
    }
    if (!this.#dice.chance(duplicate)) return
    this.counters.duplicated += 1
    this.#road.put({ ...datagram, bytes }, this.#arrival(now))
  }

  #arrival(now: Millis): Millis {
    const { delayMs, jitterMs, late, lateMs } = this.conditions
    const lateness = this.#dice.chance(late) ? this.#dice.between(0, lateMs) : 0
    return now + delayMs + this.#dice.between(0, jitterMs) + lateness
  }

  #damaged(bytes: Uint8Array): Uint8Array {
    if (this.#dice.chance(0.3)) return bytes.subarray(0, this.#dice.below(bytes.length))
    for (let times = this.#dice.below(4); times >= 0; times--)
      bytes[this.#dice.below(bytes.length)] = this.#dice.below(256)
    return bytes
  }

  #arriving(now: Millis): Arrival[] {
    const arrivals: Arrival[] = []
    for (let next = this.#road.takeDue(now); next; next = this.#road.takeDue(now)) {
      const { socket, address, isUp, bytes } = next
      const isThere = this.#sockets.get(address) === socket
      // What was on its way when a WebSocket ended has ended with it.
      if (isUp && (isThere || !isWeb(address))) arrivals.push({ kind: 'atServer', from: address, bytes })
      else if (!isUp && isThere) arrivals.push({ kind: 'atClient', socket, bytes })
      else continue
      this.counters.arrived += 1
    }
    return arrivals
  }
}

/** Another port of the same router, or another slot of the same browser. */
const nextPort = ({ ip, address }: Socket, step = 1): Address =>
  (isWeb(address) ? webAddress : packAddress)(ip, firstPort + ((portOf(address) - firstPort + step) % 50_000))
