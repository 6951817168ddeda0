import type { Uin } from '@seekyou/language'

/** Who somebody says that they are. Texts are empty when not told. */
export interface Person {
  readonly nick: string
  readonly first: string
  readonly last: string
  readonly email: string
  /** They want to be asked before somebody adds them. */
  readonly needsAuthorization: boolean
}

/** Somebody in a contact list that is passed on. */
export interface NamedContact {
  readonly uin: Uin
  /** What whoever passes them on calls them. */
  readonly nick: string
}

/** What a message says, by its kind (docs/protocol/messages.md). Lines end with LF. */
export type Content =
  /** A text. */
  | { readonly type: 'message'; readonly text: string }
  /** Said by the server's operator to many. */
  | { readonly type: 'broadcast'; readonly text: string }
  /** The address as it came: look at its scheme before you open it. */
  | { readonly type: 'url'; readonly url: string; readonly description: string }
  /** Contacts that they pass on. */
  | { readonly type: 'contacts'; readonly contacts: readonly NamedContact[] }
  /** They ask to be allowed to have this user on their list. */
  | ({ readonly type: 'authorizationRequested'; readonly reason: string } & Person)
  /** They allow this user to have them on the list. */
  | { readonly type: 'authorizationGranted' }
  /** They do not allow it. */
  | { readonly type: 'authorizationRefused'; readonly reason: string }
  /** They have put this user on their list. */
  | ({ readonly type: 'added' } & Person)
  /** Written on a web page by somebody without a UIN. `ip` is the writer's, empty when not told. */
  | {
      readonly type: 'pager'
      readonly name: string
      readonly email: string
      readonly ip: string
      readonly subject: string
      readonly text: string
    }
  /** Sent as electronic mail by somebody without a UIN. */
  | {
      readonly type: 'email'
      readonly name: string
      readonly email: string
      readonly subject: string
      readonly text: string
    }
  /** A kind that this library does not know: see `kind` and `raw`. */
  | { readonly type: 'other' }

/** ICQ's message type of each content that has one. */
export const kindOf = {
  message: 0x0001,
  url: 0x0004,
  authorizationRequested: 0x0006,
  authorizationRefused: 0x0007,
  authorizationGranted: 0x0008,
  broadcast: 0x0009,
  added: 0x000c,
  pager: 0x000d,
  email: 0x000e,
  contacts: 0x0013,
} as const satisfies Readonly<Record<Exclude<Content['type'], 'other'>, number>>

/** The bit of the message type that says that a message goes to several people at once. */
export const toSeveral = 0x8000
