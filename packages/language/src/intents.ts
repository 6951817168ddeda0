import type { Direct } from './direct.ts'
import type { Status } from './status.ts'
import type { Text } from './text.ts'
import type { Uin } from './uin.ts'

/** What a user wants, in no version's words. A phrasebook gives each one its packet. */
export interface Intents {
  /** Come on line. `direct` as the client announces it. */
  signOn: { uin: Uin; password: Text; status: Status; direct: Direct }
  /** Leave. */
  signOff: object
  /** Say that the client is still there. */
  keepAlive: object
  /** Have everything outstanding sent again at once: the client fears that it has lost its connection. */
  demandAnswer: object
  /** Get a number. In invite mode the password is the invite's code. */
  register: { password: Text }
  /** Begin to register; nothing to do but to acknowledge. */
  openRegistration: object
  /** These are people whose presence I want to see, in addition to those announced before. */
  announceContacts: { uins: readonly Uin[] }
  /** Exactly these may see me while I am invisible. */
  announceVisibleTo: { uins: readonly Uin[] }
  /** Exactly these never see me. */
  announceInvisibleTo: { uins: readonly Uin[] }
  changeStatus: { status: Status }
  /** Deliver or keep. `kind` is ICQ's 16-bit message type, kinds unknown to us included. */
  sendMessage: { to: Uin; kind: number; text: Text }
  /** Send me what came while I was away. */
  fetchStoredMessages: object
  /** I have them all. */
  confirmStoredMessages: object
}

export type IntentName = keyof Intents
export type Intent<Name extends IntentName = IntentName> = {
  [K in Name]: { readonly name: K } & Readonly<Intents[K]>
}[Name]
