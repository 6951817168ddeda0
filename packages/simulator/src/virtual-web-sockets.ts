import { isWeb, type Millis } from '@seekyou/language'
import type { Dice } from './dice.ts'
import type { VirtualClock } from './virtual-clock.ts'
import type { Socket, VirtualNetwork } from './virtual-network.ts'
import type { VirtualServer } from './virtual-server.ts'

/** Who is concerned when a WebSocket ends or is opened. */
interface Ends {
  readonly server: Pick<VirtualServer, 'isListening' | 'lose'>
  reopened(socket: Socket): void
}

/** A server that hears nothing of the end of a WebSocket misses its pongs for so long. */
const missedMs = 60_000

/** The WebSockets of the browsers in a town. One that has ended is opened anew, with another address. */
export class VirtualWebSockets {
  readonly #clock: VirtualClock
  readonly #network: VirtualNetwork
  readonly #dice: Dice
  readonly #ends: Ends

  constructor(clock: VirtualClock, network: VirtualNetwork, dice: Dice, ends: Ends) {
    this.#clock = clock
    this.#network = network
    this.#dice = dice
    this.#ends = ends
  }

  /** A WebSocket ends, and the server hears of it, sooner or later. */
  end(socket: Socket): void {
    const { address } = socket
    if (this.#close(socket)) this.#clock.after(this.#noticedAfter(), () => this.#ends.server.lose(address))
  }

  /** The server's process is gone, and with it all that were open. */
  serverWentDown(sockets: Iterable<Socket>): void {
    for (const socket of sockets) if (isWeb(socket.address)) this.#close(socket)
  }

  #close(socket: Socket): boolean {
    if (!socket.isOpen) return false
    this.#network.remap(socket)
    socket.isOpen = false
    this.#reopen(socket, this.#dice.between(500, 10_000))
    return true
  }

  #reopen(socket: Socket, afterMs: Millis): void {
    this.#clock.after(afterMs, () => {
      if (!this.#ends.server.isListening) {
        this.#reopen(socket, this.#dice.between(1_000, 15_000))
        return
      }
      socket.isOpen = true
      this.#ends.reopened(socket)
    })
  }

  /** Most often a browser says that it closes; a machine that was closed or has lost its network says nothing. */
  #noticedAfter(): Millis {
    return this.#dice.chance(0.7) ? this.#dice.between(0, 200) : this.#dice.between(0, missedMs)
  }
}
