// What one protocol version is to the rest of the house: how its datagrams are framed, how patiently it repeats itself, and
// how its packets and our intents and events mean each other. Nothing outside this package asks for a version number.
import type { Event, Intent } from '@seekyou/language'
import type { LinkFraming, LinkManners, Patience } from '@seekyou/link'
import type { Fault, Frame } from '@seekyou/wire'

/** An intent as it was heard, with the mark by which the client will know the answer (in version 2 a sub-sequence). */
export interface Heard {
  readonly intent: Intent
  readonly request: number
}

/** An event as it was heard by a client. */
export interface HeardEvent {
  readonly event: Event
  readonly request: number
}

/** What a packet without a known meaning is: it is acknowledged and counted, never held against anyone. */
export type Unheard = Fault | 'unknown'

/** What must be known of the one who listens, to choose words that their client understands. */
export interface Listener {
  /** The version of the peer-to-peer protocol that the client announced: it tells the oldest clients from younger ones. */
  readonly directVersion: number
  /** The number at which this client must sign on anew (`startAgain`), because it cannot bear higher ones. */
  readonly sequenceMax?: number
}

/** A datagram, its number not yet written, and how it is to be brought over. */
export interface Spoken {
  readonly datagram: Uint8Array
  readonly patience: Patience
  /** Datagrams of one lane (not 0) go one at a time. */
  readonly lane: number
  /** What still waits in its lane need not be said any more. */
  readonly supersedes: boolean
  /** Nothing else may leave before this one is acknowledged. */
  readonly alone: boolean
}

/** How a server understands and answers clients of one version. */
export interface ServerDialect {
  readonly version: number
  readonly manners: LinkManners
  readonly framing: LinkFraming & { open(datagram: Uint8Array): Frame | Fault }
  /** True for commands that come before there is a link (signing on, registering), and never belong to one. */
  opens(code: number): boolean
  /** True for commands that only say that the client is still there; they count against no limit. */
  keepsAlive(code: number): boolean
  hear(frame: Frame): Heard | Unheard
  /** What the frame of a sign-on tells of the client that sent it. */
  listenerOf(frame: Frame): Listener
  /** The datagrams that tell an event: usually one, none when the version has no word for it. */
  speak(event: Event, request: number, listener: Listener): readonly Spoken[]
  /** The datagram that answers somebody without a link; `sequence` is that of the datagram it answers. */
  answerStranger(event: Event, request: number, sequence: number): Uint8Array | undefined
}

/** How a client speaks one version to a server. */
export interface ClientDialect {
  readonly version: number
  readonly manners: LinkManners
  /** `uin`: who speaks; 0 before there is one. */
  framing(uin: number): LinkFraming & { open(datagram: Uint8Array): Frame | Fault }
  hear(frame: Frame): HeardEvent | Unheard
  /** The datagrams that say an intent, for the user `uin` (0 when there is none yet). */
  speak(intent: Intent, request: number, uin: number): readonly Spoken[]
}
