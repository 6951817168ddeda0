import { emptyInfo, type Text, type Uin } from '@seekyou/language'
import { type Account, type Message, ordinarySettings, type Store } from '../needs.ts'
import type { PresenceOptions } from '../presence/presence.ts'

export const ann = 200_001 as Uin
export const bob = 200_002 as Uin
export const cid = 4_294_967_295 as Uin
export const nobody = 299_999 as Uin

/** Plenty: no mailbox in the exam fills up by accident. */
export const roomy = 1_000_000

export const accountOf = (uin: Uin): Account => ({
  uin,
  passwordHash: `$hash$of$${uin}`,
  isBanned: false,
  info: { ...emptyInfo, nick: textOf(`Nick ${uin}`) },
  settings: ordinarySettings,
})

export const textOf = (text: string): Text => Uint8Array.from(text, (char) => char.charCodeAt(0))

export function message(id: number, to: Uin, from: Uin = bob, text: Uint8Array = new Uint8Array([104, 105])): Message {
  return { id, to, from, kind: 1, text, at: 891_993_600_000 + id }
}

export const keep = async (store: Store, ...messages: Message[]) =>
  (await store.commit({ keep: messages, forget: [], storedMax: roomy, storedFromOneMax: roomy })).refused

export const forget = async (store: Store, ...ids: number[]) =>
  (await store.commit({ keep: [], forget: ids, storedMax: roomy, storedFromOneMax: roomy })).refused

export const idsWaiting = async (store: Store, uin: Uin, most = roomy) =>
  (await store.waitingMessages({ uin, most })).map(({ id }) => id)

export const plainPresence = {
  contactsMax: 1_000,
  presenceEveryMs: 0,
  direct: 'off',
  isNear: () => true,
  enforcesAuthorization: false,
} as const satisfies PresenceOptions
