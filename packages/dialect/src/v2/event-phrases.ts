import type { EventName } from '@seekyou/language'
import {
  extInfoNotUpdated,
  extInfoUpdated,
  infoNotUpdated,
  infoUpdated,
  passwordChanged,
  passwordNotChanged,
} from './events/confirmations.ts'
import { contactOffline } from './events/contact-offline.ts'
import { contactOnline } from './events/contact-online.ts'
import { contactStatusChanged } from './events/contact-status-changed.ts'
import { contactsAnnounced } from './events/contacts-announced.ts'
import { extInfoFound } from './events/ext-info-found.ts'
import { infoFound } from './events/info-found.ts'
import { messageArrived } from './events/message-arrived.ts'
import { notSignedOn } from './events/not-signed-on.ts'
import { passwordConfirmed } from './events/password-confirmed.ts'
import { registered } from './events/registered.ts'
import { registrationRefused } from './events/registration-refused.ts'
import { searchEnded } from './events/search-ended.ts'
import { signOnRefused } from './events/sign-on-refused.ts'
import { signedOff } from './events/signed-off.ts'
import { signedOn } from './events/signed-on.ts'
import { startAgain } from './events/start-again.ts'
import { storedMessageArrived } from './events/stored-message-arrived.ts'
import { storedMessagesEnded } from './events/stored-messages-ended.ts'
import { uinUnknown } from './events/uin-unknown.ts'
import { userFound } from './events/user-found.ts'
import type { EventPhrase } from './phrase.ts'

/** Every event in version 2's words. One that is missing here does not compile. */
export const eventPhrases = {
  contactOffline,
  contactOnline,
  contactStatusChanged,
  contactsAnnounced,
  extInfoFound,
  extInfoNotUpdated,
  extInfoUpdated,
  infoFound,
  infoNotUpdated,
  infoUpdated,
  messageArrived,
  notSignedOn,
  passwordChanged,
  passwordConfirmed,
  passwordNotChanged,
  registered,
  registrationRefused,
  searchEnded,
  signOnRefused,
  signedOff,
  signedOn,
  startAgain,
  storedMessageArrived,
  storedMessagesEnded,
  uinUnknown,
  userFound,
} satisfies { [Name in EventName]: EventPhrase<Name> }
