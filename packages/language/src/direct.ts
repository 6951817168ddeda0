import type { Ip4 } from './address.ts'

/** How another client may reach this one without the server. Zeros mean: not at all. */
export interface Direct {
  /** The TCP port that accepts peers, 0 when there is none. */
  readonly port: number
  /** The address that the client itself believes to have. */
  readonly inner: Ip4
  /** What it can do: 4 send and accept, 2 only send, 6 neither (docs/protocol/constants.md). Kept as it came. */
  readonly capability: number
  /** The version of the peer-to-peer protocol that it speaks: 2 or 3 in 1998. */
  readonly version: number
}
