import type { Event, Ip4, Millis, Uin } from '@seekyou/language'
import type { EndOfLink } from './connection.ts'
import type { Undeliverable } from './outbox.ts'
import type { Wish } from './wishes.ts'

export type ClientInput =
  | { readonly kind: 'datagram'; readonly bytes: Uint8Array }
  | { readonly kind: 'wish'; readonly wish: Wish }
  /** Datagrams go another way from here on (a new socket), so that the server must be told who this is. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'wake' }

/** What the user is told about others. Told once: repetitions and what is known already are left out. */
export type News = Event<
  'contactOnline' | 'contactStatusChanged' | 'contactOffline' | 'messageArrived' | 'storedMessageArrived'
>

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
  /** The server has the message: it is delivered, or kept until it is. */
  | { readonly kind: 'messageAccepted'; readonly id: number }
  /** The message was not handed to the server, or it cannot be known whether it was; it will not be sent again. */
  | { readonly kind: 'messageFailed'; readonly id: number; readonly because: Undeliverable }
  /** An inquiry is answered; a search several times, each result by itself. After `isLast` its id is free again. */
  | { readonly kind: 'answered'; readonly id: number; readonly answer: Answer; readonly isLast: boolean }
  /** The inquiry was not answered and will not be: the connection ended, or too many are open. A change may have been made. */
  | { readonly kind: 'unanswered'; readonly id: number }
  | { readonly kind: 'registered'; readonly uin: Uin }
  | { readonly kind: 'registrationRefused'; readonly because: 'refused' | 'noAnswer' }

/** `waiting`: will sign on again by itself. `leaving`: has said goodbye and waits a moment to be heard. */
export type ClientState = 'offline' | 'registering' | 'signingOn' | 'online' | 'waiting' | 'leaving'
