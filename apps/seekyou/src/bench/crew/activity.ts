import type { CrewOptions } from '../crew-words.ts'
import type { Chat } from './chat.ts'
import type { Contacts } from './contacts.ts'
import type { Crowd } from './crowd.ts'
import type { KeepAlives } from './keep-alives.ts'
import type { SignOn } from './sign-on.ts'
import type { StatusChanges } from './status-changes.ts'
import type { Timing } from './window.ts'

/** Everything that the users of a crew can do. */
export interface Crew {
  readonly options: CrewOptions
  readonly crowd: Crowd
  readonly signOn: SignOn
  readonly contacts: Contacts
  readonly chat: Chat
  readonly statusChanges: StatusChanges
  readonly keepAlives: KeepAlives
}

/** A phase that has begun. */
export interface Activity {
  /** What it measures, by name; the first one counts its operations. */
  readonly timings: Readonly<Record<string, Timing>>
  /** Resolves when everybody had a turn. Left out: it goes on until it is stopped. */
  readonly over?: Promise<void>
  /** Nothing more is begun. */
  stop(): void
}
