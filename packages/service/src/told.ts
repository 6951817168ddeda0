import type { Event, Uin } from '@seekyou/language'
import type { Message, Waiting } from './needs.ts'

/** Somebody is to hear something. */
export interface Told {
  readonly to: Uin
  readonly event: Event
}

/** A message that has no number yet. */
export type NewMessage = Omit<Message, 'id'>

/** What an intent leads to: what the asker is answered, what others are told, which messages are to be delivered or kept. */
export interface Effects {
  readonly answers?: readonly Event[]
  readonly told?: readonly Told[]
  /** Deliver or keep these, in this order; the intent is acknowledged when all are safe. */
  readonly messages?: readonly NewMessage[]
  /**
   * What has to wait for the store or the hasher; its own effects follow. The intent is acknowledged at once. What one user
   * has asked for is carried out one after another. If the world cannot meet a need, `unmet` follows instead.
   */
  readonly later?: { readonly errand: Waiting<Effects>; readonly unmet?: Effects }
}

export const nothing: Effects = {}
