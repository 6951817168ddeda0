import type { Address, Millis, Text, Uin } from '@seekyou/language'
import type { Dice } from '../dice.ts'
import type { VirtualClock } from '../virtual-clock.ts'
import type { Socket, VirtualNetwork } from '../virtual-network.ts'
import type { VirtualWires } from '../virtual-wires.ts'
import type { Neighbour, StreetWatcher } from '../witnesses/witness.ts'

/** What a person finds around them. */
export interface World {
  readonly clock: VirtualClock
  readonly network: VirtualNetwork
  /** For connections that do not lead to the server. */
  readonly wires: VirtualWires
  /** Everyone's witnesses at once. */
  readonly street: Required<Omit<StreetWatcher, 'wentDown' | 'cameUp' | 'accountChanged'>>
  /** The socket gets another address: its router has forgotten it, or the browser's WebSocket has ended and is opened anew. */
  readdress(socket: Socket): void
  /** Puts a datagram on the road; attackers may claim to be somewhere else. */
  send(socket: Socket, bytes: Uint8Array, from?: Address): void
  /** A text with a number of its own, which is written down together with who writes it to whom. */
  write(from: Uin, to: Uin, dice: Dice, letters?: number): { readonly id: number; readonly text: Text }
}

/** Somebody who lives in the town. */
export interface Person extends Neighbour {
  /** In one word: how they behave. */
  readonly habit: string
  readonly socket: Socket
  isEvicted: boolean
  /** A datagram reaches their socket. */
  arrive(bytes: Uint8Array): void
  /** Their WebSocket is open again, with another address. */
  reconnect?(): void
  /** Begins to live as their habits want it. */
  live(): void
  /** The storm is over: come on line, listen, say nothing more. */
  settle(): void
}

/** Does something again and again, after waits that `dice` throw around `everyMs`, until it says no. */
export function repeatedly(clock: VirtualClock, dice: Dice, everyMs: Millis, act: () => boolean): void {
  clock.after(dice.waiting(everyMs), () => {
    if (act()) repeatedly(clock, dice, everyMs, act)
  })
}
