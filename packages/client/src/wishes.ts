import type { Direct, Intent, Uin } from '@seekyou/language'

/** Come on line and stay there, whatever happens, until `signOff`. Without `direct` nobody can connect to this client. */
export type SignOn = Omit<Intent<'signOn'>, 'direct'> & { readonly direct?: Direct }

/** A message that the user has written. `id` is the program's own: `messageAccepted` and `messageFailed` name it. */
export type OutgoingMessage = Intent<'sendMessage'> & { readonly id: number }

/**
 * What a user asks of their client. Contacts, lists and status may be wished before signing on and are kept from one
 * connection to the next: the client announces them again whenever it signs on.
 */
export type Wish =
  | SignOn
  | OutgoingMessage
  | Intent<'signOff' | 'register' | 'announceContacts' | 'announceVisibleTo' | 'announceInvisibleTo' | 'changeStatus'>
  /** Their presence is not wanted any more. Version 2 cannot say so to the server before the next sign-on. */
  | { readonly name: 'forgetContacts'; readonly uins: readonly Uin[] }
