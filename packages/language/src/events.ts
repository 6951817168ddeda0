import type { Ip4 } from './address.ts'
import type { Direct } from './direct.ts'
import type { ExtInfo, Info } from './info.ts'
import type { Status } from './status.ts'
import type { Text } from './text.ts'
import type { WallMillis } from './time.ts'
import type { Uin } from './uin.ts'

/** What a user is told, in no version's words. A phrasebook gives each one its packets. */
export interface Events {
  /** You are on line; the server sees you at `outer`. */
  signedOn: { uin: Uin; outer: Ip4 }
  /** `password` covers a wrong password and an unknown UIN alike, so that nobody can probe; `busy`: try again later. */
  signOnRefused: { uin: Uin; because: 'password' | 'busy' }
  /** Only someone who is signed on can ask for that. */
  notSignedOn: object
  /** You were signed off: somebody signed on with your UIN elsewhere, or the operator removed you. */
  signedOff: object
  /** Your client has to sign on anew before anything else works, for reasons of its own. */
  startAgain: object
  /** Number and password are right; this is not signing on. */
  passwordConfirmed: { uin: Uin }
  registered: { uin: Uin }
  registrationRefused: object
  contactOnline: { uin: Uin; status: Status; outer: Ip4; direct: Direct }
  contactStatusChanged: { uin: Uin; status: Status }
  contactOffline: { uin: Uin }
  /** Every contact of one announcement that is on line has been told. */
  contactsAnnounced: { uin: Uin }
  messageArrived: { from: Uin; kind: number; text: Text }
  /** A message that waited; `at` is when the server accepted it. */
  storedMessageArrived: { from: Uin; kind: number; text: Text; at: WallMillis }
  storedMessagesEnded: { uin: Uin }
  /** One result of a search. */
  userFound: { uin: Uin; info: Info }
  /** That was the last result; `hasMore`: others were left out. */
  searchEnded: { hasMore: boolean }
  infoFound: { uin: Uin; info: Info }
  extInfoFound: { uin: Uin; extInfo: ExtInfo }
  /** Nobody has the number about which you asked. */
  uinUnknown: { uin: Uin }
  infoUpdated: object
  infoNotUpdated: object
  extInfoUpdated: object
  extInfoNotUpdated: object
  passwordChanged: object
  passwordNotChanged: object
}

export type EventName = keyof Events
export type Event<Name extends EventName = EventName> = {
  [K in Name]: { readonly name: K } & Readonly<Events[K]>
}[Name]
