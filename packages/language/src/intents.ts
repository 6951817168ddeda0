import type { Direct } from './direct.ts'
import type { ExtInfo, Info } from './info.ts'
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
  /** Ask whether a number and its password are right, before signing on: the first page of an original client's wizard. */
  checkPassword: { uin: Uin; password: Text }
  /** These are people whose presence I want to see, in addition to those announced before. */
  announceContacts: { uins: readonly Uin[] }
  /** I have put this user on my list: tell me of their presence, and tell them of me. */
  addContact: { uin: Uin }
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
  searchUin: { uin: Uin }
  /** Find people by the beginnings of their names, or by e-mail address. Empty texts do not matter. */
  searchUser: Pick<Info, 'nick' | 'first' | 'last' | 'email'>
  /** Who is this? If nobody has the number, `otherwise` may be meant. */
  requestInfo: { uin: Uin; otherwise?: Uin }
  /** Tell me more of this one; `otherwise` as above. */
  requestExtInfo: { uin: Uin; otherwise?: Uin }
  /** This is my short profile from now on. Whether I want to be asked may be left out, and then stays as it was. */
  updateInfo: Omit<Info, 'needsAuthorization'> & { needsAuthorization: boolean | undefined }
  /** This is my long profile from now on. */
  updateExtInfo: { extInfo: ExtInfo }
  changePassword: { password: Text }
  /** Something that wants nothing but an acknowledgement: the state of a window, lists that this server does not keep. */
  formality: object
}

export type IntentName = keyof Intents
export type Intent<Name extends IntentName = IntentName> = {
  [K in Name]: { readonly name: K } & Readonly<Intents[K]>
}[Name]
