// What passes between a message channel and whoever hosts it.
import type { Ip4, Uin } from '@seekyou/language'
import type { PeerDrop } from './drops.ts'
import type { Answered, Asked, Cancelled, Words } from './frames.ts'
import type { Question } from './questions.ts'

export type ChannelInput =
  | { readonly kind: 'connected' }
  | { readonly kind: 'received'; readonly bytes: Uint8Array }
  | { readonly kind: 'drained' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'wake' }
  /** Ask something, as soon as there is a connection. `receipt` comes back with the answer. */
  | { readonly kind: 'ask'; readonly question: Question; readonly receipt: unknown }
  /** Say that a question needs no answer any more. */
  | { readonly kind: 'cancel'; readonly receipt: unknown }
  /** Answer what was `asked` under this sequence. */
  | { readonly kind: 'answer'; readonly words: Omit<Words, 'command'> }
  /** End it. */
  | { readonly kind: 'leave' }

export type ChannelOutcome =
  | { readonly kind: 'write'; readonly bytes: Uint8Array }
  | { readonly kind: 'close' | 'pause' | 'resume' }
  | { readonly kind: 'asked'; readonly frame: Asked }
  | { readonly kind: 'answered'; readonly frame: Answered; readonly receipt: unknown }
  | { readonly kind: 'cancelled'; readonly frame: Cancelled }
  | { readonly kind: 'dropped'; readonly because: PeerDrop }
  /** It is over. What was asked and not answered will not be answered; in the order in which it was asked. */
  | { readonly kind: 'ended'; readonly unanswered: readonly unknown[] }

/** Whom a channel connects to, or from where a peer has connected. */
export type ChannelEnd =
  | { readonly calls: Uin; readonly ip: Ip4; readonly version: number }
  | { readonly calls?: undefined; readonly ip: Ip4 }
