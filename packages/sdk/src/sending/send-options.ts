import type { Urgency } from '@seekyou/client'

/** How a message is to go. */
export interface SendOptions {
  /** Takes it back if it waits; what is under way may still arrive. Rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /**
   * `server`; `peer`: directly or not at all; unless told, directly if there is a way, and else through the server. A direct way
   * needs `peers` in the options of `connect`, on both sides.
   */
  readonly via?: 'server' | 'peer' | 'either'
  /** Reaches somebody who is busy, too: `urgent` at once, `toList` without disturbing them. Matters on the direct way only. */
  readonly urgency?: Urgency
}
