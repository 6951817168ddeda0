import type { Event, Ip4, Millis, Text, Uin } from '@seekyou/language'
import type { EndOfLink } from './connection.ts'
import type { Undeliverable } from './outbox.ts'
import type { PeerNews, Urgency } from './peer/news.ts'
import type { PeerInput, PeerOutcome } from './peer/world.ts'
import type { Wish } from './wishes.ts'

export type ClientInput =
  | { readonly kind: 'datagram'; readonly bytes: Uint8Array }
  | { readonly kind: 'wish'; readonly wish: Wish }
  /** Datagrams go another way from here on (a new socket), so that the server must be told who this is. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'wake' }
  | PeerInput

/** What the user is told about others. Told once: repetitions and what is known already are left out. */
export type News =
  | Event<'contactOnline' | 'contactStatusChanged' | 'contactOffline' | 'messageArrived' | 'storedMessageArrived'>
  | PeerMessageArrived

/**
 * A message that came directly. `isProven`: from the address that the server has named for `from`; otherwise anybody may
 * have written it.
 */
export interface PeerMessageArrived {
  readonly name: 'peerMessageArrived'
  readonly from: Uin
  readonly kind: number
  readonly text: Text
  readonly isProven: boolean
  readonly urgency: Urgency
}

/** What the server says to an inquiry. */
export type Answer = Event<
  | 'userFound'
  | 'searchEnded'
  | 'infoFound'
  | 'extInfoFound'
  | 'uinUnknown'
  | 'infoUpdated'
  | 'infoNotUpdated'
  | 'extInfoUpdated'
  | 'extInfoNotUpdated'
  | 'passwordChanged'
  | 'passwordNotChanged'
>

export type ClientOutcome =
  | { readonly kind: 'transmit'; readonly datagram: Uint8Array }
  | { readonly kind: 'told'; readonly news: News }
  /** On line; the server sees this client at `outer`. Comes again after every new connection. */
  | { readonly kind: 'signedOn'; readonly outer: Ip4 }
  /** Not on line (any more). `againAt`: when the client tries again by itself; undefined when it will not. */
  | { readonly kind: 'offline'; readonly because: EndOfLink; readonly againAt: Millis | undefined }
  /**
   * The server has the message: it is delivered, or kept until it is. Or, via `peer`, the recipient's client has it; `answer`
   * is the away text with which it did not say that its user is there.
   */
  | { readonly kind: 'messageAccepted'; readonly id: number; readonly via: 'server' | 'peer'; readonly answer?: Text }
  /** The recipient's client did not show the message, and says why. It may be sent again as `urgent` or `toList`. */
  | {
      readonly kind: 'messageReturned'
      readonly id: number
      readonly because: 'occupied' | 'doNotDisturb' | 'refused'
      readonly text: Text
    }
  /** The message was not handed over, or it cannot be known whether it was; it will not be sent again. */
  | { readonly kind: 'messageFailed'; readonly id: number; readonly because: Undeliverable }
  /** An inquiry is answered; a search several times, each result by itself. After `isLast` its id is free again. */
  | { readonly kind: 'answered'; readonly id: number; readonly answer: Answer; readonly isLast: boolean }
  /** The inquiry was not answered and will not be: the connection ended, or too many are open. A change may have been made. */
  | { readonly kind: 'unanswered'; readonly id: number }
  | { readonly kind: 'registered'; readonly uin: Uin }
  | { readonly kind: 'registrationRefused'; readonly because: 'refused' | 'noAnswer' }
  | PeerOutcome
  | PeerNews

/** `waiting`: will sign on again by itself. `leaving`: has said goodbye and waits a moment to be heard. */
export type ClientState = 'offline' | 'registering' | 'signingOn' | 'online' | 'waiting' | 'leaving'
