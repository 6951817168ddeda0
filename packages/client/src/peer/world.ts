// What passes between the machine of direct connections and the world that has the sockets and the disk.
import type { Ip4 } from '@seekyou/language'
import type { FileInput, FileOrder } from './session.ts'

/**
 * What the world tells. Listeners, transfers and files carry the machine's own numbers; connections those of whoever opened
 * them: the machine counts up from 1, the world, for peers who have connected, down from −1. What comes with a number that
 * is over is ignored.
 */
export type PeerInput =
  /** Answers `listen`: peers can connect to this TCP port. */
  | { readonly kind: 'listening'; readonly listener: number; readonly port: number }
  /** Answers `listen`: no port of the range was free. */
  | { readonly kind: 'notListening'; readonly listener: number }
  /** A peer has connected from this address. */
  | { readonly kind: 'incoming'; readonly listener: number; readonly connection: number; readonly from: Ip4 }
  /** Answers `connect`. */
  | { readonly kind: 'connected'; readonly connection: number }
  | { readonly kind: 'received'; readonly connection: number; readonly bytes: Uint8Array }
  /** Everything that was written has left. */
  | { readonly kind: 'drained'; readonly connection: number }
  /** Ended by either side, broken, or never connected. */
  | { readonly kind: 'closed'; readonly connection: number }
  | FileInput

/** What the world is to do. */
export type PeerOutcome =
  /** Await peers on the first free TCP port of a range, ends included; `[0, 0]`: on any free port. */
  | { readonly kind: 'listen'; readonly listener: number; readonly ports: readonly [from: number, to: number] }
  /** Await no more; connections that exist stay. */
  | { readonly kind: 'unlisten'; readonly listener: number }
  | { readonly kind: 'connect'; readonly connection: number; readonly ip: Ip4; readonly port: number }
  | { readonly kind: 'write'; readonly connection: number; readonly bytes: Uint8Array }
  /** Close it when what was written has left, or give up connecting. Nothing more is to be told about it. */
  | { readonly kind: 'close'; readonly connection: number }
  /** Do not read from it until `resume`. */
  | { readonly kind: 'pause' | 'resume'; readonly connection: number }
  | FileOrder
