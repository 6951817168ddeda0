// What is put to a link, and what it answers with.
import type { Frame } from '@seekyou/wire'
import type { Patience } from './manners.ts'

/** What a link must know of a protocol version's datagrams. */
export interface LinkFraming {
  /** The datagram that acknowledges this sequence number. */
  ack(sequence: number): Uint8Array
  /** Writes a sequence number into a sealed datagram. */
  renumber(datagram: Uint8Array, sequence: number): void
}

/** A datagram to be brought to the other side. */
export interface Parcel {
  /** Sealed, its number not yet written. */
  readonly datagram: Uint8Array
  readonly patience: Patience
  /** Parcels of one lane (not 0) go one at a time, the next when the one before is acknowledged or lost. */
  readonly lane?: number
  /** What still waits in its lane need not be said any more, and nobody hears what became of it. */
  readonly supersedes?: boolean
  /** Nothing else leaves before this parcel is acknowledged. */
  readonly alone?: boolean
  /** Handed back when the parcel is acknowledged or lost. */
  readonly receipt?: unknown
}

export type LinkInput =
  | { readonly kind: 'received'; readonly frame: Frame }
  | { readonly kind: 'acknowledge'; readonly sequence: number; readonly code: number }
  /** Once the link has ended or was closed, a parcel is lost at once, and everything else means nothing. */
  | { readonly kind: 'send'; readonly parcel: Parcel }
  | { readonly kind: 'resend' }
  /** So many numbers more may be used; with `from`, these instead of those that are left. */
  | { readonly kind: 'grant'; readonly numbers: number; readonly from?: number | undefined }
  /** The other side may have been started anew, or only repeat itself: its questions are delivered again under old numbers. */
  | { readonly kind: 'startOver' }
  | { readonly kind: 'close' }
  | { readonly kind: 'wake' }

export type LinkOutcome =
  | { readonly kind: 'transmit'; readonly datagram: Uint8Array }
  /** A command that has not been seen before. It stays unacknowledged until the input `acknowledge` names it. */
  | { readonly kind: 'deliver'; readonly frame: Frame }
  | { readonly kind: 'acknowledged'; readonly receipt: unknown }
  | { readonly kind: 'lost'; readonly receipt: unknown }
  /** Something has to wait because too many bytes have left (`bytesPerSecond`). It leaves as soon as it may. */
  | { readonly kind: 'stalled' }
  /** `silence`: nothing came for too long. `unanswered`: a parcel ran out of sends and nothing at all came meanwhile. */
  | { readonly kind: 'ended'; readonly because: 'silence' | 'unanswered' }
