import type { ServerDialect } from '@seekyou/dialect'
import type { Address, Ip4, Millis, Uin, WallMillis } from '@seekyou/language'
import type { Need, Presence, RegistrationMode } from '@seekyou/service'
import type { Frame } from '@seekyou/wire'
import type { Counters } from './counters.ts'
import type { Errands } from './errands.ts'
import type { Guest, Receipt, SafeClaim } from './guest.ts'
import type { Guests } from './guests.ts'
import type { Keeper } from './keeper.ts'
import type { Limits } from './limits.ts'
import type { Reception } from './reception.ts'

/** What a node is told about its surroundings. */
export interface NodeOptions {
  readonly dialects: readonly ServerDialect[]
  /** The number of the first message; greater than every number ever used. */
  readonly nextMessageId: number
  readonly registration: RegistrationMode
  readonly limits: Limits
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
  | { readonly what: 'storeFailed'; readonly cause: unknown }
  | { readonly what: 'bug'; readonly error: unknown }

/** What follows inside the node from something else and is dealt with next, in order. */
export type Happening =
  | { readonly kind: 'datagram'; readonly from: Address; readonly bytes: Uint8Array }
  | { readonly kind: 'received'; readonly guest: Guest; readonly frame: Frame }
  | { readonly kind: 'woken'; readonly guest: Guest }
  | { readonly kind: 'forcedOff'; readonly guest: Guest }
  | { readonly kind: 'command'; readonly guest: Guest; readonly frame: Frame }
  | { readonly kind: 'settled'; readonly guest: Guest; readonly receipt: Receipt; readonly hasArrived: boolean }
  | { readonly kind: 'ended'; readonly guest: Guest; readonly because: 'silence' | 'unanswered' | 'bug' }

/** Everything that the rooms of one node share while it handles one input. */
export interface House {
  readonly options: NodeOptions
  readonly guests: Guests
  readonly presence: Presence
  readonly keeper: Keeper<SafeClaim>
  readonly errands: Errands
  readonly reception: Reception
  readonly counters: Counters
  readonly happenings: Happening[]
  now: Millis
  out: NodeOutcome[]
}
