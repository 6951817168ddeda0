import type { Direct, Intent, Uin } from '@seekyou/language'

/** Come on line and stay there, whatever happens, until `signOff`. Without `direct` nobody can connect to this client. */
export type SignOn = Omit<Intent<'signOn'>, 'direct'> & { readonly direct?: Direct }

/** A message that the user has written. `id` is the program's own: `messageAccepted` and `messageFailed` name it. */
export type OutgoingMessage = Intent<'sendMessage'> & { readonly id: number }

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
  | OutgoingMessage
  | Inquiry
  | Intent<'signOff' | 'register' | 'announceContacts' | 'announceVisibleTo' | 'announceInvisibleTo' | 'changeStatus'>
  /** Somebody is put on the list, and told so if the user is on line. */
  | Intent<'addContact'>
  /** Their presence is not wanted any more. Version 2 cannot say so to the server before the next sign-on. */
  | { readonly name: 'forgetContacts'; readonly uins: readonly Uin[] }
