import type { Listener, ServerDialect } from '@seekyou/dialect'
import type { Address, Millis, Uin, WallMillis } from '@seekyou/language'
import type { Link } from '@seekyou/link'
import type { Effects } from '@seekyou/service'
import type { Claim, Kept } from './kept.ts'
import type { Pace } from './pace.ts'
import type { Proof } from './proof.ts'
import type { KeptPacket } from './visit-text.ts'

/** Somebody who is signed on: a user at an address, and the link to them. */
export interface Guest {
  readonly uin: Uin
  readonly address: Address
  readonly dialect: ServerDialect
  readonly link: Link
  readonly listener: Listener
  /** How to recognise a repetition of the sign-on. */
  readonly opening: Opening
  /** What may be sent until the address has proven itself; undefined when it has. */
  proof: Proof | undefined
  /** The highest number of a command so far. */
  lastSequence: number
  /** Senders whose stored messages must be shown first, so that order is kept. */
  storedFrom: ReadonlySet<Uin>
  /** Messages of those senders that came meanwhile. They are stored as well. */
  readonly held: Kept<SafeClaim>[]
  /** Until when they wait for a client that does not fetch what is stored. */
  holdUntil: Millis | undefined
  fetches: ReadonlySet<Fetch>
  /** The client has asked for what was stored, and was told the end. */
  hasFetched: boolean
  /** The client may have asked the node before this one for what was stored, shortly before its end. */
  mayHaveAsked: boolean
  /** Messages that the node before this one had under way, by their ids, until they have been found in the store. */
  former: ReadonlyMap<number, KeptPacket> | undefined
  /** Commands were acknowledged since the numbers were written. */
  hasAnswered: boolean
  /** More numbers have been asked for. */
  isReserving: boolean
  /** The link was taken up, and nothing has come from the client since: it may have been over. */
  isUnheard: boolean
  /** What waits for the store, the first of it under way. */
  readonly errands: { readonly later: NonNullable<Effects['later']>; readonly request: number }[]
  readonly pace: Pace
  /** When somebody elsewhere who claims to be this guest was told to sign on. */
  sentBackAt: Millis | undefined
  /** When the agenda wakes this guest. */
  wakesAt: Millis
  isGone: boolean
}

/** A sign-on that was answered, and all that is needed to answer it again. */
export interface Opening {
  readonly fingerprint: number
  /** By which the client knows the reply. */
  readonly request: number
  /** The number of the reply. */
  readonly sequence: number
  readonly at: WallMillis
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
  readonly window: Place[]
  /** When the end is told even if some are still on their way. */
  readonly endsAt: Millis
  /** When the store is read again, after it failed. */
  readAt: Millis | undefined
  /** The client has asked; otherwise messages go on that the node before this one left. */
  readonly isAsked: boolean
  /** The store has answered. */
  isRead: boolean
  /** The client has been told the end. */
  isTold: boolean
}

/** A stored message that has been sent. */
interface Place {
  readonly entry: Kept<SafeClaim>
  /** It was on its way before this node began, and is not sent again for a while. */
  readonly isTakenUp: boolean
  isSettled: boolean
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
