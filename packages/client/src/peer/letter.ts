import type { Text, Uin } from '@seekyou/language'
import type { PeerMessageArrived } from '../hear-and-say.ts'
import type { Answered } from './frames.ts'
import type { PeerNews, Urgency } from './news.ts'
import type { PeerOutcome } from './world.ts'

export type PeersOutcome =
  | PeerOutcome
  | PeerNews
  | { readonly kind: 'told'; readonly news: PeerMessageArrived }
  | LetterAnswered

/** What became of a letter. `answer` undefined: there was no connection, or no answer over it. */
export interface LetterAnswered {
  readonly kind: 'letterAnswered'
  readonly id: number
  readonly answer: Answered['value'] | undefined
}

/** A message on its direct way. */
export interface Letter {
  readonly id: number
  readonly to: Uin
  readonly kind: number
  readonly text: Text
  readonly urgency?: Urgency
}
