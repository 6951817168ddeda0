import type { ServerDialect } from '@seekyou/dialect'
import type { Address, Ip4, Millis, Text, Uin, WallMillis } from '@seekyou/language'
import type { LinkManners } from '@seekyou/link'
import type { DirectMode, Need, Presence, RegistrationMode } from '@seekyou/service'
import type { Frame } from '@seekyou/wire'
import type { Absences } from './absences.ts'
import type { Counters } from './counters.ts'
import type { Errands } from './errands.ts'
import type { Guest, Receipt, SafeClaim } from './guest.ts'
import type { Guests } from './guests.ts'
import type { Keeper } from './keeper.ts'
import type { Limits } from './limits.ts'
import type { Pacing } from './pace.ts'
import type { Reception } from './reception.ts'
import type { StoreTrouble } from './store-trouble.ts'
import type { VisitBook } from './visit-book.ts'

/** What a node is told about its surroundings. */
export interface NodeOptions {
  readonly dialects: readonly ServerDialect[]
  /** The number of the first message; greater than every number ever used. */
  readonly nextMessageId: number
  /** Who may register at first; the input `setRegistration` changes it. */
  readonly registration: RegistrationMode
  readonly limits: Limits
  /** Between whom true addresses are told, for direct connections. */
  readonly direct: DirectMode
  /** Who needs authorization is shown only to contacts whom they, or the time before this was switched on, have allowed. */
  readonly enforcesAuthorization: boolean
  /** What every new user finds as their first message. */
  readonly welcome: Text | undefined
  /** Whether a link's numbers begin at 0, as the clients of 1998 know it, or at random below 256, which is harder to guess. */
  readonly firstSequence: 'spec' | 'random'
  /** Chance: a number from 0 to below 1. */
  readonly random: () => number
  /** The time of day that belongs to a moment of the monotonic clock. */
  readonly wall: (now: Millis) => WallMillis
  /** Whether an address is in one of the server's own subnets (registration mode `lan`). */
  readonly isNear: (ip: Ip4) => boolean
}

/** What the node wants to be done. */
export type NodeOutcome =
  | { readonly kind: 'transmit'; readonly to: Address; readonly datagram: Uint8Array }
  /** Asked of the store or the password hasher; answered by the inputs `met` and `unmet` with the same id. */
  | { readonly kind: 'need'; readonly id: number; readonly need: Need }
  | { readonly kind: 'note'; readonly note: Note }

/** Something that an operator may want to read. Never a password, never a text. */
export type Note =
  | { readonly what: 'signedOn'; readonly uin: Uin; readonly address: Address }
  | { readonly what: 'signedOff'; readonly uin: Uin; readonly address: Address; readonly because: string }
  | { readonly what: 'signOnRefused'; readonly uin: Uin; readonly address: Address; readonly because: string }
  | { readonly what: 'registered'; readonly uin: Uin; readonly address: Address }
  | { readonly what: 'registrationRefused'; readonly address: Address }
  /** The number of a command was far from those before it: somebody may be guessing. Noted once a minute at most. */
  | { readonly what: 'farNumber'; readonly uin: Uin; readonly address: Address }
  /** Links of the node before this one go on; others had been silent for too long, or cannot be understood. */
  | { readonly what: 'takenUp'; readonly links: number; readonly forgotten: number }
  | { readonly what: 'storeFailed'; readonly cause: unknown }
  /** A commit has succeeded after one that failed. */
  | { readonly what: 'storeWorks' }
  | { readonly what: 'bug'; readonly error: unknown }

/** What follows inside the node from something else and is dealt with next, in order. */
export type Happening =
  | { readonly kind: 'datagram'; readonly from: Address; readonly bytes: Uint8Array }
  | { readonly kind: 'received'; readonly guest: Guest; readonly frame: Frame }
  | { readonly kind: 'woken'; readonly guest: Guest }
  | { readonly kind: 'forcedOff'; readonly guest: Guest }
  | { readonly kind: 'command'; readonly guest: Guest; readonly frame: Frame }
  | { readonly kind: 'startAgain'; readonly guest: Guest }
  | { readonly kind: 'settled'; readonly guest: Guest; readonly receipt: Receipt; readonly hasArrived: boolean }
  | { readonly kind: 'ended'; readonly guest: Guest; readonly because: 'silence' | 'unanswered' | 'bug' }

/** Everything that the rooms of one node share while it handles one input. */
export interface House {
  readonly options: NodeOptions
  readonly guests: Guests
  readonly presence: Presence
  readonly keeper: Keeper<SafeClaim>
  readonly book: VisitBook
  readonly errands: Errands
  readonly trouble: StoreTrouble
  readonly reception: Reception
  readonly counters: Counters
  readonly pacing: Pacing
  /** How the links of each dialect behave under the node's limits. */
  readonly manners: ReadonlyMap<ServerDialect, LinkManners>
  /** Who has no link and is shown as here: clients sent away to sign on anew, and browsers whose WebSocket has ended. */
  readonly absences: { readonly sentAway: Absences; readonly gone: Absences }
  readonly happenings: Happening[]
  registration: RegistrationMode
  now: Millis
  out: NodeOutcome[]
}
