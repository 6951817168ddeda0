import type { Uin } from '@seekyou/language'
import type { Account, Message, Store } from '../needs.ts'

export const ann = 200_001 as Uin
export const bob = 200_002 as Uin
export const cid = 4_294_967_295 as Uin
export const nobody = 299_999 as Uin

/** Plenty: no mailbox in the exam fills up by accident. */
export const roomy = 1_000_000

export const accountOf = (uin: Uin): Account => ({ uin, passwordHash: `$hash$of$${uin}`, nick: `Nick ${uin}` })

export function message(id: number, to: Uin, from: Uin = bob, text: Uint8Array = new Uint8Array([104, 105])): Message {
  return { id, to, from, kind: 1, text, at: 891_993_600_000 + id }
}

export const keep = async (store: Store, ...messages: Message[]) =>
  (await store.commit({ keep: messages, forget: [], storedMax: roomy })).refused

export const forget = async (store: Store, ...ids: number[]) =>
  (await store.commit({ keep: [], forget: ids, storedMax: roomy })).refused

export const idsWaiting = async (store: Store, uin: Uin, most = roomy) =>
  (await store.waitingMessages({ uin, most })).map(({ id }) => id)
