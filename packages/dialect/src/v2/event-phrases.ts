import type { EventName } from '@seekyou/language'
import { contactOffline } from './events/contact-offline.ts'
import { contactOnline } from './events/contact-online.ts'
import { contactStatusChanged } from './events/contact-status-changed.ts'
import { contactsAnnounced } from './events/contacts-announced.ts'
import { messageArrived } from './events/message-arrived.ts'
import { notSignedOn } from './events/not-signed-on.ts'
import { registered } from './events/registered.ts'
import { registrationRefused } from './events/registration-refused.ts'
import { signOnRefused } from './events/sign-on-refused.ts'
import { signedOff } from './events/signed-off.ts'
import { signedOn } from './events/signed-on.ts'
import { storedMessageArrived } from './events/stored-message-arrived.ts'
import { storedMessagesEnded } from './events/stored-messages-ended.ts'
import type { EventPhrase } from './phrase.ts'

/** Every event in version 2's words. One that is missing here does not compile. */
export const eventPhrases = {
  contactOffline,
  contactOnline,
  contactStatusChanged,
  contactsAnnounced,
  messageArrived,
  notSignedOn,
  registered,
  registrationRefused,
  signOnRefused,
  signedOff,
  signedOn,
  storedMessageArrived,
  storedMessagesEnded,
} satisfies { [Name in EventName]: EventPhrase<Name> }
