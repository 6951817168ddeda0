import type { IntentName } from '@seekyou/language'
import { announceContacts } from './intents/announce-contacts.ts'
import { announceInvisibleTo } from './intents/announce-invisible-to.ts'
import { announceVisibleTo } from './intents/announce-visible-to.ts'
import { changeStatus } from './intents/change-status.ts'
import { confirmStoredMessages } from './intents/confirm-stored-messages.ts'
import { demandAnswer } from './intents/demand-answer.ts'
import { fetchStoredMessages } from './intents/fetch-stored-messages.ts'
import { keepAlive } from './intents/keep-alive.ts'
import { openRegistration } from './intents/open-registration.ts'
import { register } from './intents/register.ts'
import { sendMessage } from './intents/send-message.ts'
import { signOff } from './intents/sign-off.ts'
import { signOn } from './intents/sign-on.ts'
import type { IntentPhrase } from './phrase.ts'

/** Every intent in version 2's words. One that is missing here does not compile. */
export const intentPhrases = {
  announceContacts,
  announceInvisibleTo,
  announceVisibleTo,
  changeStatus,
  confirmStoredMessages,
  demandAnswer,
  fetchStoredMessages,
  keepAlive,
  openRegistration,
  register,
  sendMessage,
  signOff,
  signOn,
} satisfies { [Name in IntentName]: IntentPhrase<Name> }
