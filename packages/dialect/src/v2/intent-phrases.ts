import type { IntentName } from '@seekyou/language'
import { addContact } from './intents/add-contact.ts'
import { announceContacts } from './intents/announce-contacts.ts'
import { announceInvisibleTo } from './intents/announce-invisible-to.ts'
import { announceVisibleTo } from './intents/announce-visible-to.ts'
import { changePassword } from './intents/change-password.ts'
import { changeStatus } from './intents/change-status.ts'
import { checkPassword } from './intents/check-password.ts'
import { confirmStoredMessages } from './intents/confirm-stored-messages.ts'
import { demandAnswer } from './intents/demand-answer.ts'
import { fetchStoredMessages } from './intents/fetch-stored-messages.ts'
import { formality } from './intents/formality.ts'
import { keepAlive } from './intents/keep-alive.ts'
import { openRegistration } from './intents/open-registration.ts'
import { register } from './intents/register.ts'
import { requestExtInfo } from './intents/request-ext-info.ts'
import { requestInfo } from './intents/request-info.ts'
import { searchUin } from './intents/search-uin.ts'
import { searchUser } from './intents/search-user.ts'
import { sendMessage } from './intents/send-message.ts'
import { signOff } from './intents/sign-off.ts'
import { signOn } from './intents/sign-on.ts'
import { updateExtInfo } from './intents/update-ext-info.ts'
import { updateInfo } from './intents/update-info.ts'
import type { IntentPhrase } from './phrase.ts'

/** Every intent in version 2's words. One that is missing here does not compile. */
export const intentPhrases = {
  addContact,
  announceContacts,
  announceInvisibleTo,
  announceVisibleTo,
  changePassword,
  changeStatus,
  checkPassword,
  confirmStoredMessages,
  demandAnswer,
  fetchStoredMessages,
  formality,
  keepAlive,
  openRegistration,
  register,
  requestExtInfo,
  requestInfo,
  searchUin,
  searchUser,
  sendMessage,
  signOff,
  signOn,
  updateExtInfo,
  updateInfo,
} satisfies { [Name in IntentName]: IntentPhrase<Name> }
