import type { Text, Uin } from '@seekyou/language'
import type { CodePageName } from '@seekyou/wire'
import type { QueueStore } from './sending/queue-store.ts'
import type { StatusName } from './status-name.ts'
import type { World } from './world.ts'

export type { CodePageName }

/** Where the server is, and how texts are written there. */
export interface ServerOptions {
  /** `icq.example.org`, `icq.example.org:4000`, or `wss://icq.example.org/datagrams`. */
  readonly server: string
  /** The alphabet of everything that is written and read: version 2 never says which. `windows-1252` unless told. */
  readonly codePage?: CodePageName
  /** What this runs on; the machine itself unless told. */
  readonly world?: World
}

/** Who comes on line, and how. */
export interface ConnectOptions extends ServerOptions {
  readonly uin: number
  /** As it is kept at the server; version 2 sends it in the clear. */
  readonly password: string
  /** `online` unless told. */
  readonly status?: StatusName
  /** What others are told while the status is away, not available, occupied or do not disturb. */
  readonly awayText?: string
  /**
   * How somebody writes and reads, where that is not the user's own `codePage`; asked whenever something is written to them or read
   * from them, and for the user as well. `text`: what they wrote, before it is read. Undefined: the user's own.
   */
  readonly codePageOf?: (uin: Uin, text?: Text) => CodePageName | undefined
  /** Whose presence is wanted. A version 2 server keeps no lists: name them whenever you connect. */
  readonly contacts?: Iterable<number>
  /** Who sees this user while they are invisible; at most 255. */
  readonly visibleTo?: Iterable<number>
  /** Who never sees this user; at most 255. */
  readonly invisibleTo?: Iterable<number>
  /**
   * Direct connections to other clients: without this there are none, neither in nor out. `ports`: where they are awaited, ends
   * included; on any free port unless told. Others learn this machine's address.
   */
  readonly peers?: { readonly ports?: readonly [from: number, to: number] }
  /** What this user is called in chats and transfers; their UIN unless told. */
  readonly nick?: string
  /** Where messages wait that have not been accepted; in memory unless told. */
  readonly queue?: QueueStore
  /** True: goes on trying when the server cannot be reached at first. A wrong password ends it all the same. */
  readonly keepTrying?: boolean
  /** Gives up connecting. Later it signs off. */
  readonly signal?: AbortSignal
  /** Gets what listeners throw, and what goes wrong in the queue's store. Unless told it is thrown where nobody catches it. */
  readonly onError?: (error: unknown) => void
}

/** Where a new number comes from. */
export interface RegisterOptions extends ServerOptions {
  /** Chosen by the new user; where numbers are for the invited, the code of the invitation. */
  readonly password: string
  /** Gives up waiting for the number, which may have been given all the same. */
  readonly signal?: AbortSignal
}

/** Throws what somebody else's function threw where it is seen, without stopping what called it. */
export function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}
