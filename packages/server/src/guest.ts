import type { Listener, ServerDialect } from '@seekyou/dialect'
import type { Address, Millis, Uin } from '@seekyou/language'
import type { Link } from '@seekyou/link'
import type { Effects } from '@seekyou/service'
import type { Claim, Kept } from './kept.ts'
import type { Pace } from './pace.ts'
import type { Proof } from './proof.ts'

/** Somebody who is signed on: a user at an address, and the link to them. */
export interface Guest {
  readonly uin: Uin
  readonly address: Address
  readonly dialect: ServerDialect
  readonly link: Link
  readonly listener: Listener
  /** How to recognise a repetition of the sign-on. */
  opening: Opening | undefined
  /** What may be sent until the address has proven itself; undefined when it has. */
  proof: Proof | undefined
  /** The highest number of a command so far. */
  lastSequence: number
  /** Senders whose stored messages must be shown first, so that order is kept. */
  readonly storedFrom: Set<Uin>
  /** Messages of those senders that came meanwhile. They are stored as well. */
  readonly held: Kept<SafeClaim>[]
  /** Until when they wait for a client that does not fetch what is stored. */
  holdUntil: Millis | undefined
  readonly fetches: Set<Fetch>
  /** What waits for the store, the first of it under way. */
  readonly errands: { readonly later: NonNullable<Effects['later']>; readonly request: number }[]
  readonly pace: Pace
  /** When somebody elsewhere who claims to be this guest was told to sign on. */
  sentBackAt: Millis | undefined
  /** When the agenda wakes this guest. */
  wakesAt: Millis
  isGone: boolean
}

/** A sign-on that was answered, and the answer. */
export interface Opening {
  readonly fingerprint: number
  readonly reply: Uint8Array
  /** Until when the same sign-on may be a repetition although the client has gone on. */
  readonly until: Millis
  /** The client has said something else since. */
  hasGoneOn: boolean
}

/** The stored messages of one request, on their way to the client. */
export interface Fetch {
  /** Those that have not been sent, the oldest first. */
  readonly waiting: Kept<SafeClaim>[]
  /** Those that have been sent, from the oldest that is not settled on. */
  readonly window: { readonly entry: Kept<SafeClaim>; isSettled: boolean }[]
  /** When the end is told even if some are still on their way. */
  readonly endsAt: Millis
  /** When the store is read again, after it failed. */
  readAt: Millis | undefined
  /** The store has answered. */
  isRead: boolean
  /** The client has been told the end. */
  isTold: boolean
}

/** A command that is acknowledged when its messages are safe. */
export interface SafeClaim extends Claim {
  readonly guest: Guest
  readonly sequence: number
  readonly code: number
}

/** What travels with a datagram and comes back when it is acknowledged or lost. */
export type Receipt =
  | Kept<SafeClaim>
  | { readonly kind: 'stored'; readonly entry: Kept<SafeClaim>; readonly fetch: Fetch }
  | { readonly kind: 'presence'; readonly contact: Uin }
  /** The reply to the sign-on. */
  | { readonly kind: 'opening' }
