import type { Ip4, Text, Uin } from '@seekyou/language'
import type { PeerDrop } from './drops.ts'
import type { PeerNews } from './news.ts'
import type { Session } from './session.ts'
import type { PeerOutcome } from './world.ts'

export type MeetingOutcome = PeerOutcome | PeerNews | { readonly kind: 'dropped'; readonly because: PeerDrop }

/** What a meeting is about. `ip` is 0 until it is known where the other one is. */
export interface Occasion {
  readonly id: number
  /** That of its requests: chat or files. */
  readonly kind: number
  readonly peer: Uin
  readonly ip: Ip4
  /** Over which message channel the peer has asked, and under which number; undefined when we ask. */
  readonly request?: { readonly connection: number; readonly sequence: number }
  /** How many bytes the peer has offered. */
  readonly size?: number
}

/** Begins the session, as soon as somebody is there. */
export type Begin = (occasion: Occasion) => Session

/** What a peer has answered: `status` as in `ackStatus`; where they are, and await us if they do. */
export interface Decision {
  readonly status: number
  readonly reason: Text
  readonly ip: Ip4
  readonly port: number
}
