import type { Direct, Intent, Ip4, Uin } from '@seekyou/language'
import type { Urgency } from './peer/news.ts'
import type { PeerWish } from './peer/wishes.ts'

/**
 * Come on line and stay there, whatever happens, until `signOff`. With `peers` the client connects to others directly, and
 * awaits them on a port of the range (ends included; `[0, 0]`: any), which it announces together with `inner`, the address
 * that this machine has in its own network. Without `peers` there are no direct connections at all. `direct` is what is
 * announced then, for programs that accept peers by other means.
 */
export type SignOn = Omit<Intent<'signOn'>, 'direct'> & {
  readonly direct?: Direct
  readonly peers?: { readonly ports: readonly [from: number, to: number]; readonly inner: Ip4 }
}

/**
 * A message that the user has written. `id` is the program's own: `messageAccepted`, `messageReturned` or `messageFailed`
 * names it, once. `via`: through the server, directly and not otherwise, or (unless told) directly if possible and else
 * through the server. `urgency` matters to peers only: `urgent` and `toList` reach somebody who is busy, too.
 */
export type OutgoingMessage = Intent<'sendMessage'> & {
  readonly id: number
  readonly via?: 'server' | 'peer' | 'either'
  readonly urgency?: Urgency
}

/**
 * A question about people, or a change of what the server keeps about the user. `id` is the program's own: `answered` and
 * `unanswered` name it. Only possible while on line.
 */
export type Inquiry = Intent<InquiryName> & { readonly id: number }
export type InquiryName =
  | 'searchUin'
  | 'searchUser'
  | 'requestInfo'
  | 'requestExtInfo'
  | 'updateInfo'
  | 'updateExtInfo'
  | 'changePassword'

/**
 * What a user asks of their client. Contacts, lists and status may be wished before signing on and are kept from one
 * connection to the next: the client announces them again whenever it signs on.
 */
export type Wish =
  | SignOn
  | PeerWish
  | OutgoingMessage
  | Inquiry
  | Intent<'signOff' | 'register' | 'announceContacts' | 'announceVisibleTo' | 'announceInvisibleTo' | 'changeStatus'>
  /** Somebody is put on the list, and told so if the user is on line. */
  | Intent<'addContact'>
  /** Their presence is not wanted any more. Version 2 cannot say so to the server before the next sign-on. */
  | { readonly name: 'forgetContacts'; readonly uins: readonly Uin[] }
