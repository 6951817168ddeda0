// What the compiler must refuse, and what it must know. Checked by `tsc`, never run.
import type { Event, EventName } from './events.ts'
import type { Intent, IntentName } from './intents.ts'
import { type Status, status } from './status.ts'
import { isUin, type Uin, uin } from './uin.ts'

export const named: Uin = uin(1_000)
// @ts-expect-error a bare number may be anything
export const bare: Uin = 1_000
// @ts-expect-error a status is no UIN
export const confused: Uin = status(1_000)
// @ts-expect-error and a UIN is no status
export const confusedToo: Status = uin(1_000)

export const whenTold = (number: number): Uin | undefined => (isUin(number) ? number : undefined)

/** A name tells which content an intent has … */
export function contactsOf(intent: Intent): readonly Uin[] {
  return intent.name === 'announceContacts' ? intent.uins : []
}
/** … and an event likewise. */
export function whoCame(event: Event): Uin | undefined {
  return event.name === 'contactOnline' ? event.uin : undefined
}
// @ts-expect-error a message needs a text
export const mute: Intent<'sendMessage'> = { name: 'sendMessage', to: named, kind: 1 }

export const everyIntent: { readonly [Name in IntentName]: Name } = {
  signOn: 'signOn',
  signOff: 'signOff',
  keepAlive: 'keepAlive',
  demandAnswer: 'demandAnswer',
  register: 'register',
  openRegistration: 'openRegistration',
  announceContacts: 'announceContacts',
  announceVisibleTo: 'announceVisibleTo',
  announceInvisibleTo: 'announceInvisibleTo',
  changeStatus: 'changeStatus',
  sendMessage: 'sendMessage',
  fetchStoredMessages: 'fetchStoredMessages',
  confirmStoredMessages: 'confirmStoredMessages',
  checkPassword: 'checkPassword',
  addContact: 'addContact',
  searchUin: 'searchUin',
  searchUser: 'searchUser',
  requestInfo: 'requestInfo',
  requestExtInfo: 'requestExtInfo',
  updateInfo: 'updateInfo',
  updateExtInfo: 'updateExtInfo',
  changePassword: 'changePassword',
  formality: 'formality',
}
// @ts-expect-error 'signOn' is what a user wants, not what a user is told
export const notAnEvent: EventName = 'signOn'
