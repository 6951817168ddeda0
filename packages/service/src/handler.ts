import type { Intent, IntentName, Millis, Uin, WallMillis } from '@seekyou/language'
import type { Presence } from './presence/presence.ts'
import type { Effects } from './told.ts'

/** What a handler may look at besides the intent itself. */
export interface Context {
  /** Who asks; signed on. */
  readonly user: Uin
  readonly now: Millis
  /** For stamps only. */
  readonly wall: WallMillis
  readonly presence: Presence
}

/** One intent of somebody who is signed on, and what it leads to. Never waits: it stands on the road of every message. */
export type Handler<Name extends IntentName> = (intent: Intent<Name>, context: Context) => Effects
