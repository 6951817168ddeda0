import type { Intent, IntentName } from '@seekyou/language'
import { requestExtInfo } from './directory/request-ext-info.ts'
import { requestInfo } from './directory/request-info.ts'
import { searchUin } from './directory/search-uin.ts'
import { searchUser } from './directory/search-user.ts'
import type { Context, Handler } from './handler.ts'
import { sendMessage } from './messaging/send-message.ts'
import { addContact } from './presence/add-contact.ts'
import { announceContacts } from './presence/announce-contacts.ts'
import { announceInvisibleTo } from './presence/announce-invisible-to.ts'
import { announceVisibleTo } from './presence/announce-visible-to.ts'
import { changeStatus } from './presence/change-status.ts'
import { keepAlive } from './presence/keep-alive.ts'
import { changePassword } from './profile/change-password.ts'
import { updateExtInfo } from './profile/update-ext-info.ts'
import { updateInfo } from './profile/update-info.ts'
import { type Effects, nothing } from './told.ts'

/**
 * Intents that the node itself answers, because they are about the conversation (signing on and off, answers at once), about
 * a stranger (passwords, registration), or about what waits in the store.
 */
export type NodeIntent =
  | 'signOn'
  | 'checkPassword'
  | 'signOff'
  | 'demandAnswer'
  | 'register'
  | 'openRegistration'
  | 'fetchStoredMessages'

const acknowledgeOnly = (): Effects => nothing

const handlers: { readonly [Name in Exclude<IntentName, NodeIntent>]: Handler<Name> } = {
  keepAlive,
  announceContacts,
  announceVisibleTo,
  announceInvisibleTo,
  changeStatus,
  sendMessage,
  // Each stored message is forgotten when its own ACK comes; this one may have been lost, or come too early.
  confirmStoredMessages: acknowledgeOnly,
  addContact,
  searchUin,
  searchUser,
  requestInfo,
  requestExtInfo,
  updateInfo,
  updateExtInfo,
  changePassword,
  formality: acknowledgeOnly,
}

/** Carries out an intent of somebody who is signed on. */
export function carryOut(intent: Exclude<Intent, { name: NodeIntent }>, context: Context): Effects {
  return (handlers[intent.name] as Handler<IntentName>)(intent, context)
}
