// What the compiler must refuse. Checked by `tsc`, never run.
import type { EventName, IntentName } from '@seekyou/language'
import { eventPhrases } from './event-phrases.ts'
import { intentPhrases } from './intent-phrases.ts'
import type { EventPhrase, IntentPhrase } from './phrase.ts'

const { sendMessage, ...withoutSendMessage } = intentPhrases
// @ts-expect-error a phrasebook that has no words for an intent
export const mute = withoutSendMessage satisfies { [Name in IntentName]: IntentPhrase<Name> }

const { contactOnline, ...withoutContactOnline } = eventPhrases
// @ts-expect-error a phrasebook that has no words for an event
export const blind = withoutContactOnline satisfies { [Name in EventName]: EventPhrase<Name> }

// @ts-expect-error the phrase of one event cannot stand for another
export const confused: EventPhrase<'contactOffline'> = contactOnline
// @ts-expect-error nor that of one intent
export const confusedToo: IntentPhrase<'keepAlive'> = sendMessage
