// Everything that a user is told, as one discriminated union: `type` says what happened.
import type { EndOfLink, Urgency } from '@seekyou/client'
import type { Text, Uin, WallMillis } from '@seekyou/language'
import type { Chat } from './chat.ts'
import type { Content } from './content/content.ts'
import type { StatusName } from './status-name.ts'
import type { AcceptOptions, Transfer } from './transfer.ts'

/** Where this user stands. */
export type UserState =
  /** On the way to being on line for the first time. */
  | 'signingOn'
  | 'online'
  /** Was on line, and comes back by itself. */
  | 'reconnecting'
  /** Signed off, refused, or closed; nothing happens any more. */
  | 'offline'

/** What is known of every message, besides what it says. */
export interface Arrived {
  /** Who wrote it; 1 is the server itself. */
  readonly from: Uin
  /** ICQ's 16-bit message type, without the bit for several recipients (docs/protocol/messages.md). */
  readonly kind: number
  /** The bytes as they came, in a code page that nobody has told. */
  readonly raw: Text
  /** Whether it went through the server, or over a direct connection. */
  readonly via: 'server' | 'peer'
  /** False: it came directly, from an address that is not known to be the sender's, so that anybody may have written it. */
  readonly isProven: boolean
  /** It was sent to several people at once. */
  readonly isToSeveral: boolean
  /** It waited at the server while this user was off line. */
  readonly isStored: boolean
  /** How the sender wanted to reach somebody who is busy. */
  readonly urgency: Urgency
  /** When the server took it, or else when it came. */
  readonly sentAt: WallMillis
}

/** A message; which one, `type` says. */
export type MessageEvent = Content & Arrived

/** Somebody on the contact list came, went, or does something else than before. */
export type PresenceEvent =
  /** Came, or was there when this user came. */
  | { readonly type: 'online'; readonly uin: Uin; readonly status: StatusName }
  | { readonly type: 'statusChanged'; readonly uin: Uin; readonly status: StatusName }
  /** Gone, or not to be seen any more. */
  | { readonly type: 'offline'; readonly uin: Uin }

/** The state has become another one, or another attempt to come back was in vain. */
export interface StateEvent {
  readonly type: 'state'
  /** Where the user stands from here on. */
  readonly state: UserState
  /** Why this user is not on line; `noRoad`: nothing leads to the server at the moment. */
  readonly because?: EndOfLink | 'noRoad'
  /** When the next attempt is made, if that is known. */
  readonly againAt?: WallMillis
}

/** Somebody wants to chat. Unanswered requests simply stay open; the other one may take theirs back. */
export interface ChatRequestedEvent {
  readonly type: 'chatRequested'
  readonly from: Uin
  /** False: anybody may have asked in this name. */
  readonly isProven: boolean
  /** What they say to it; empty when they say nothing. */
  readonly reason: string
  /** Rejects with `ChatError` when the other one is gone, or took the request back. */
  accept(options?: { readonly nick?: string; readonly signal?: AbortSignal }): Promise<Chat>
  /** Says no. Does nothing when it is accepted, refused or taken back already. */
  refuse(reason?: string): void
}

/** Somebody wants to send files. Nothing is written to the disk before `accept`. */
export interface FilesOfferedEvent {
  readonly type: 'filesOffered'
  readonly from: Uin
  /** False: anybody may have offered them in this name. */
  readonly isProven: boolean
  /** That of the first file, without folders. */
  readonly name: string
  /** What all files are said to have together, in bytes. */
  readonly size: number
  /** What they say to it; empty when they say nothing. */
  readonly description: string
  /** Takes them. If they were taken back meanwhile, the transfer is over at once. */
  accept(options: AcceptOptions): Transfer
  /** Says no. Does nothing when they are accepted, refused or taken back already. */
  refuse(reason?: string): void
}

/** Everything that a user can be told. Its `type` says what happened, and which other fields there are. */
export type UserEvent = MessageEvent | PresenceEvent | StateEvent | ChatRequestedEvent | FilesOfferedEvent
/** What `on` and `once` can wait for, beside `*`. */
export type UserEventType = UserEvent['type']
/** The event of this type. */
export type UserEventOf<Type extends UserEventType> = Extract<UserEvent, { readonly type: Type }>
