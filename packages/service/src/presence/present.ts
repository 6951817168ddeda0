import type { Direct, Info, Ip4, Millis, Status, Uin } from '@seekyou/language'
import { none } from '../few.ts'
import { type Account, ordinarySettings, type Settings } from '../needs.ts'
import { Contacts } from './contacts.ts'
import { PackedInfo } from './packed-info.ts'
import type { Showing, View } from './showing.ts'

/** Somebody who is signed on, as presence sees them. */
export interface Present {
  readonly uin: Uin
  status: Status
  /** Where the server sees them; 0 when nobody could reach them there. */
  readonly outer: Ip4
  readonly direct: Direct
  info: Info
  settings: Settings
  /** Whose presence they asked for; empty when they have left. */
  readonly contacts: Contacts
  visibleTo: ReadonlySet<Uin>
  invisibleTo: ReadonlySet<Uin>
  /** Contacts about whom the last word was lost on the way; set right on the next keep-alive. */
  doubts: ReadonlySet<Uin>
  /** Contacts of whom the store has not yet said whether they may be seen. */
  unremembered: ReadonlySet<Uin>
  /** Contacts who have not allowed it, says the store. */
  refusedBy: ReadonlySet<Uin>
  /** How they are shown at this status, kept so that a thousand watchers share one. */
  showings: Partial<Record<View, Showing>>
  /** To whom it was told lately that this user has added them. */
  additions: Map<Uin, Addition> | undefined
}

/** What of a user's presence outlives the process. */
export type KeptPresence = Pick<Present, 'status' | 'outer' | 'direct'> & {
  readonly contacts: readonly Uin[]
  readonly visibleTo: readonly Uin[]
  readonly invisibleTo: readonly Uin[]
}

/** When somebody was told "you were added", and by whom: the server or the user's own client. */
export interface Addition {
  readonly at: Millis
  readonly by: 'server' | 'client'
}

export const newPresent = (
  { uin, info, settings }: Pick<Account, 'uin' | 'info' | 'settings'>,
  status: Status,
  outer: Ip4,
  direct: Direct,
): Present => ({
  uin,
  info: new PackedInfo(info),
  settings: sharedSettings(settings),
  status,
  outer,
  direct,
  contacts: new Contacts(),
  visibleTo: none,
  invisibleTo: none,
  doubts: none,
  unremembered: none,
  refusedBy: none,
  showings: {},
  additions: undefined,
})

/** Of a million users nearly all have the ordinary settings, and all of those the same object. */
export const sharedSettings = (settings: Settings): Settings =>
  names.every((name) => settings[name] === ordinarySettings[name]) ? ordinarySettings : settings

const names = Object.keys(ordinarySettings) as readonly (keyof Settings)[]
